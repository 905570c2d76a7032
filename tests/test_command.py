"""The command line: what it finds in files, what it prints, and how it ends."""

from __future__ import annotations

import errno
import io
import json
import os
import subprocess
import sys

import pytest

import summitry

from summitry import Catalog, MemberState, Organization, Source, __main__
from summitry.__main__ import CLEAN, FOUND, UNUSABLE, main
from summitry.errors import FileError


BODY = Organization(
    id="NC", name="Council of the North", since="1952-02-12", sources=["charter"]
)
CHARTER = Source(
    id="charter",
    title="Charter",
    url="https://example.org/charter",
    publisher="The Secretariat",
)
EARLY = MemberState(organization="NC", state="ISL", since="1951", sources=["charter"])
LOST = MemberState(organization="XYZ", state="NOR", sources=["charter"])
GOOD = MemberState(
    organization="NC", state="DNK", since="1952-02-12", sources=["charter"]
)

CLEAN_ONE = Catalog([CHARTER, BODY, GOOD])
FAULTY = Catalog([CHARTER, BODY, GOOD, EARLY, LOST])
SELECTED = ("--select", "SMT1,SMT201", "--select", "SMT301")


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    """A folder of its own to work in."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def run(capsys):
    """Run the command; return its exit status and what it printed, and where."""

    def run(*words):
        status = main(list(map(str, words)))
        printed = capsys.readouterr()
        return status, printed.out, printed.err

    return run


def problems(out):
    """File, code, path, and line of each problem of a report in JSON."""
    return [
        (problem["file"], problem["code"], problem["path"], problem.get("line"))
        for problem in json.loads(out)["problems"]
    ]


class TestStatus:
    def test_clean(self, run):
        summitry.write(CLEAN_ONE, "a.json")

        assert (CLEAN, "no problem in 3 records\n", "") == run("check", "a.json")

    def test_problems(self, run):
        summitry.write(FAULTY, "a.json")
        status, out, err = run("check", "a.json", *SELECTED)

        assert FOUND == status
        assert "" == err
        assert (
            "a.json:11 member_states[1]: "
            '{"organization": "NC", "state": "ISL", "since": "1951", "sources": ["charter"]}\n'
            "  SMT301 joined-before-founding (error) since: ISL joined in 1951, and NC was "
            "founded on 1952-02-12\n    fix: "
        ) in out
        assert "a.json:12 member_states[2]: " in out
        assert out.endswith("\n\n2 errors in 5 records\n")

    def test_a_warning_is_a_problem(self, run):
        body = Organization(id="NC", name="Council of the North", since="1952")
        summitry.write(Catalog([body]), "a.json")

        assert FOUND == run("check", "a.json", "--select", "SMT501")[0]

    @pytest.mark.parametrize(
        "name, content, said",
        [
            ("b.json", None, "'b.json' cannot be read: No such file or directory"),
            ("b.txt", "", "known formats are"),
            ("b", "", "no suffix"),
            ("-", "", "no suffix"),
            ("b.json", "", "SMT101 $: empty"),
            ("b.json", '{"summitry": 1', "SMT101 $: not JSON"),
            ("b.json", '{"summitry": 99}', "SMT109 summitry"),
            ("b.jsonl", "", "SMT101 $: empty"),
            ("b.yaml", "a: [", "SMT101 $ (line 2): not YAML"),
            ("b.toml", "[", "SMT101 $ (line 1): not TOML"),
            ("b.csv", "", "SMT101"),
            ("b.zip", "PK\3\4", "SMT101"),
            ("b.json.gz", "no gzip", "cannot be read"),
        ],
    )
    def test_files_that_cannot_be_used(self, folder, run, name, content, said):
        if content is not None:
            (folder / name).write_text(content, encoding="utf-8")
        status, out, err = run("check", "--output-format", "json", "--", name)

        assert UNUSABLE == status
        assert "" == out
        assert err.startswith("python -m summitry check: ")
        assert said in err

    def test_a_folder_that_cannot_be_used(self, folder, run):
        (folder / "b.json").mkdir()
        assert UNUSABLE == run("check", "b.json")[0]

    def test_a_package_that_is_not_installed(self, folder, run, monkeypatch):
        (folder / "a.yaml").write_text("summitry: 1")
        monkeypatch.setitem(sys.modules, "yaml", None)
        status, out, err = run("check", "a.yaml")

        assert (UNUSABLE, "") == (status, out)
        assert "pip install 'summitry[yaml]'" in err

    def test_the_other_files_are_checked_all_the_same(self, run):
        summitry.write(FAULTY, "a.json")
        status, out, err = run(
            *("check", "nope.json", "a.json", *SELECTED, "--output-format", "json")
        )

        assert UNUSABLE == status
        assert [("a.json", "SMT301", "member_states[1].since", 11)] == problems(out)
        assert "'nope.json' cannot be read" in err
        assert "nothing is said of what it may hold (SMT201, " in err

    @pytest.mark.parametrize(
        "words, said",
        [
            ([], "usage: python -m summitry"),
            (["check"], "the following arguments are required: FILE"),
            (["chek", "a.json"], "invalid choice"),
            (["check", "a.json", "--format", "json"], "unrecognized arguments"),
            (["check", "a.json", "--output-format", "xml"], "invalid choice: 'xml'"),
            (["check", "a.json", "--select", "SMT39"], "did you mean SMT3"),
            (["check", "a.json", "--select", "301"], "begins the code of no rule"),
            (["check", "a.json", "--ignore", "SMT3,,"], "begins the code of no rule"),
        ],
    )
    def test_a_wrong_command(self, run, words, said):
        summitry.write(CLEAN_ONE, "a.json")
        status, out, err = run(*words)

        assert (UNUSABLE, "") == (status, out)
        assert said in err

    def test_what_is_asked_for(self, run):
        assert (CLEAN, f"summitry {summitry.__version__}\n", "") == run("--version")
        assert CLEAN == run("--help")[0]
        status, out, err = run("check", "--help")
        assert (CLEAN, "") == (status, err)
        assert "--output-format" in out


class TestChoosing:
    def test_select_and_ignore(self, run):
        summitry.write(FAULTY, "a.json")

        def codes(*words):
            out = run("check", "a.json", "--output-format", "json", *words)[1]
            return [code for _, code, _, _ in problems(out)]

        assert ["SMT301"] == codes("--select", "SMT3")
        assert ["SMT301", "SMT201"] == codes("--select", "SMT3, SMT201")
        assert ["SMT201"] == codes("--select", "SMT2,SMT3", "--ignore", "SMT30")
        assert [] == codes(*SELECTED, "--ignore", "SMT201", "--ignore", "SMT301")

    def test_possible(self, run):
        spell = MemberState(
            organization="NC", state="ISL", since="1952", sources=["charter"]
        )
        summitry.write(Catalog([CHARTER, BODY, spell]), "a.json")

        assert CLEAN == run("check", "a.json", "--select", "SMT301")[0]
        status, out, _ = run("check", "a.json", "--select", "SMT301", "--possible")
        assert FOUND == status
        assert "(note, possibly) since: ISL joined in 1952" in out

    def test_alone(self, run):
        spell = MemberState(organization="NAM", state="AZE", since="2011-05-25")
        summitry.write(Catalog([spell]), "a.json")

        assert CLEAN == run("check", "a.json", "--select", "SMT201")[0]
        assert FOUND == run("check", "a.json", "--select", "SMT201", "--alone")[0]


class TestFormats:
    """What is wrong is the same, whatever the format, and is found where it stands."""

    @pytest.mark.parametrize(
        "name, lines",
        [
            ("a.json", [11, 12]),
            ("a.json.gz", [11, 12]),
            ("a.jsonl", [5, 6]),
            ("a.yaml", [21, 24]),
            ("a.toml", [25, 33]),
            ("a.csv", [3, 4]),
            ("a.zip", [None, None]),
            ("a.msgpack", [None, None]),
            ("a.parquet", [None, None]),
        ],
    )
    def test_of_fact(self, folder, run, name, lines):
        summitry.write(FAULTY, name)
        out = run("check", name, *SELECTED, "--output-format", "json")[1]
        found = problems(out)

        assert [
            ("SMT301", "member_states[1].since"),
            ("SMT201", "member_states[2].organization"),
        ] == [(code, path) for _, code, path, _ in found]
        assert lines == [line for _, _, _, line in found]
        if name in {"a.json", "a.jsonl", "a.yaml", "a.csv"}:
            for (file, _, _, line), word in zip(found, ("1951", "XYZ"), strict=True):
                text = (folder / file).read_text(encoding="utf-8").split("\n")
                assert word in text[line - 1]

    @pytest.mark.parametrize("name", ["a.json", "a.jsonl", "a.yaml", "a.toml", "a.csv"])
    def test_of_form(self, folder, run, name):
        """Fields are made wrong in the text of a file that was good."""
        summitry.write(FAULTY, name)
        file = folder / name
        if file.is_dir():
            file /= "member_states.csv"
        text = file.read_text(encoding="utf-8")
        assert 1 == text.count("1951")
        assert 1 == text.count("NOR")
        text = text.replace("1951", "1951-13").replace("NOR", "QQQ")
        file.write_text(text, encoding="utf-8")
        status, out, err = run("check", name, "--output-format", "json")
        found = problems(out)

        assert (FOUND, "") == (status, err)
        assert [
            ("SMT107", "member_states[1].since"),
            ("SMT106", "member_states[2].state"),
        ] == [(code, path) for _, code, path, _ in found]
        lines = text.split("\n")
        for (name_of, _, _, line), word in zip(found, ("1951-13", "QQQ"), strict=True):
            assert file == folder / name_of
            if name == "a.toml":
                assert "{" in lines[line - 1] or "[[" in lines[line - 1]
            else:
                assert word in lines[line - 1]

    def test_within_a_record_of_several_lines(self, folder, run):
        text = json.dumps(json.loads(summitry.dumps(FAULTY)), indent=2)
        (folder / "a.json").write_text(text, encoding="utf-8")
        out = run("check", "a.json", *SELECTED, "--output-format", "json")[1]
        lines = text.split("\n")

        assert [" 1951,", " XYZ,"] == [
            lines[line - 1].partition(":")[2].replace('"', "")
            for _, _, _, line in problems(out)
        ]

    def test_what_is_wrong_with_a_folder_itself(self, folder, run):
        summitry.write(CLEAN_ONE, "a.csv")
        (folder / "a.csv" / "member_state.csv").write_text("organization,state\nNC,ISL\n")
        status, out, _ = run("check", "a.csv", "--output-format", "json")

        assert FOUND == status
        assert [("a.csv", "SMT103", "'member_state.csv'", None)] == problems(out)


class TestSeveralFiles:
    def test_they_are_checked_together(self, run):
        summitry.write(Catalog([CHARTER, BODY]), "bodies.json")
        summitry.write(Catalog([GOOD, EARLY]), "spells.jsonl")
        status, out, _ = run(
            *("check", "bodies.json", "spells.jsonl", *SELECTED),
            *("--output-format", "json"),
        )

        assert FOUND == status
        # Said once, though it is about a record of the other file as well.
        assert [("spells.jsonl", "SMT301", "member_states[1].since", 3)] == problems(out)
        assert 4 == json.loads(out)["checked"]

    def test_what_offends_may_be_of_the_bundled_catalogue(self, run):
        """Then it is said of the record of one's own that is concerned."""
        late = Organization(id="NAM", name="Non-Aligned Movement", since="2020")
        summitry.write(Catalog([late]), "a.json")
        status, out, _ = run(
            "check", "a.json", "--select", "SMT301", "--output-format", "json"
        )

        assert FOUND == status
        assert {("a.json", "SMT301", "organizations[0]", 4)} == set(problems(out))

    def test_the_same_record_in_two_files(self, run):
        other = Organization(id="NC", name="The Council", sources=["charter"])
        summitry.write(Catalog([CHARTER, BODY]), "a.json")
        summitry.write(Catalog([other]), "b.json")
        words = ("check", "a.json", "b.json", "--select", "SMT108")
        status, out, _ = run(*words)

        assert FOUND == status
        assert "b.json:4 organizations[0]: " in out
        assert "the same Organization as organizations[0] in a.json" in out
        assert 1 == out.count("SMT108")
        assert CLEAN == run(*words, "--ignore", "SMT108")[0]

    def test_an_equal_record_in_two_files(self, run):
        """Files that stand alone share their sources."""
        summitry.write(CLEAN_ONE, "a.json")
        summitry.write(CLEAN_ONE, "b.json")

        assert CLEAN == run("check", "a.json", "b.json")[0]

    def test_the_same_file_twice(self, folder, run):
        summitry.write(CLEAN_ONE, "a.json")

        assert (CLEAN, "no problem in 3 records\n", "") == run(
            "check", "a.json", "./a.json", folder / "a.json"
        )

    def test_problems_of_form_and_of_fact(self, folder, run):
        summitry.write(FAULTY, "a.json")
        (folder / "b.json").write_text('{"summitry": 1, "organizations": [\n{}]}')
        status, out, err = run(
            *("check", "b.json", "a.json", *SELECTED, "--output-format", "json")
        )

        assert FOUND == status
        assert {
            ("b.json", "SMT104", "organizations[0].id", 2),
            ("b.json", "SMT104", "organizations[0].name", 2),
            ("a.json", "SMT301", "member_states[1].since", 11),
        } == set(problems(out))
        assert "nothing is said of what it may hold (SMT201, " in err

    def test_problems_of_form_alone(self, folder, run):
        (folder / "b.json").write_text('{"summitry": 1, "organizations": [\n{}]}')
        status, out, err = run("check", "b.json", "--select", "SMT3")

        assert (FOUND, "") == (status, err)
        assert out.startswith("b.json:2 organizations[0]\n  SMT104 ")
        assert out.endswith("2 errors in 0 records\n")


class TestOutput:
    def test_sarif(self, folder, run):
        (folder / "new data").mkdir()
        summitry.write(FAULTY, "new data/a.json")
        for name in ("new data/a.json", folder / "new data" / "a.json"):
            out = run("check", name, *SELECTED, "--output-format", "sarif")[1]
            results = json.loads(out)["runs"][0]["results"]

            assert [("SMT301", 11), ("SMT201", 12)] == [
                (
                    result["ruleId"],
                    result["locations"][0]["physicalLocation"]["region"]["startLine"],
                )
                for result in results
            ]
            assert {"new%20data/a.json"} == {
                result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
                for result in results
            }

    def test_sarif_of_a_file_that_is_elsewhere(self, folder, run, monkeypatch):
        summitry.write(FAULTY, "a.json")
        (folder / "work").mkdir()
        monkeypatch.chdir(folder / "work")
        out = run("check", folder / "a.json", *SELECTED, "--output-format", "sarif")[1]
        (location, *_) = json.loads(out)["runs"][0]["results"][0]["locations"]

        assert (folder / "a.json").as_uri() == (
            location["physicalLocation"]["artifactLocation"]["uri"]
        )

    def test_sarif_of_nothing(self, run):
        summitry.write(CLEAN_ONE, "a.json")
        status, out, _ = run("check", "a.json", *SELECTED, "--output-format", "sarif")

        assert CLEAN == status
        assert [] == json.loads(out)["runs"][0]["results"]

    def test_annotations(self, folder, run):
        summitry.write(FAULTY, "a.json")
        for name in ("a.json", folder / "a.json"):
            lines = run("check", name, *SELECTED, "--output-format", "annotations")[
                1
            ].splitlines()

            assert [
                "::error file=a.json,line=11,title=SMT301 joined-before-founding",
                "::error file=a.json,line=12,title=SMT201 unknown-organization",
            ] == [line.partition("::m")[0] for line in lines]

    def test_no_annotations(self, run):
        summitry.write(CLEAN_ONE, "a.json")

        assert (CLEAN, "", "") == run("check", "a.json", "--output-format", "annotations")

    @pytest.mark.skipif(os.name == "nt", reason="Windows has no such names")
    @pytest.mark.parametrize(
        "name",
        ["::error::a.json", "a\n::error::b.json", "\x1b[31ma.json", "a\udce9.json"],
    )
    @pytest.mark.parametrize("form", ["text", "json", "sarif", "annotations"])
    def test_hostile_names_of_files(self, folder, run, name, form):
        try:
            (folder / name).write_text(summitry.dumps(FAULTY), encoding="utf-8")
        except OSError:
            pytest.skip("the file system has no such names")
        status, out, err = run("check", name, *SELECTED, "--output-format", form)

        assert FOUND == status
        assert "" == err
        assert "\x1b" not in out or form == "annotations"
        if form == "annotations":
            assert 2 == len(out.splitlines())
        else:
            assert not any(line.startswith("::") for line in out.split("\n"))
        (folder / name).write_text("{", encoding="utf-8")
        status, out, err = run("check", name, "--output-format", form)

        assert (UNUSABLE, "") == (status, out)
        assert "\x1b" not in err
        assert not any(line.startswith("::") for line in err.split("\n"))


class TestStreams:
    def stream(self, **options):
        raw = io.BytesIO()
        return raw, io.TextIOWrapper(raw, write_through=True, **options)

    def test_a_terminal_that_lacks_a_letter(self, run, monkeypatch):
        body = Organization(id="NC", name="Norðurlandaráð Совет")
        summitry.write(Catalog([body]), "a.json")
        raw, stream = self.stream(encoding="ascii")
        monkeypatch.setattr(sys, "stdout", stream)

        assert FOUND == main(["check", "a.json", "--select", "SMT501"])
        assert b"Nor\\xf0urlandar\\xe1\\xf0 \\u0421" in raw.getvalue()

    def test_json_is_whole_in_any_encoding(self, run, monkeypatch):
        body = Organization(id="NC", name="Norðurlandaráð Совет")
        summitry.write(Catalog([body]), "a.json")
        raw, stream = self.stream(encoding="ascii")
        monkeypatch.setattr(sys, "stdout", stream)
        main(["check", "a.json", "--select", "SMT501", "--output-format", "json"])

        (problem,) = json.loads(raw.getvalue())["problems"]
        assert body.name == problem["records"][0]["name"]

    def test_streams_of_another_kind(self, monkeypatch):
        summitry.write(CLEAN_ONE, "a.json")
        stream = io.StringIO()
        monkeypatch.setattr(sys, "stdout", stream)

        assert CLEAN == main(["check", "a.json"])
        assert "no problem in 3 records\n" == stream.getvalue()

    def test_no_streams_at_all(self, monkeypatch):
        """A program without a console has none."""
        summitry.write(FAULTY, "a.json")
        monkeypatch.setattr(sys, "stdout", None)
        monkeypatch.setattr(sys, "stderr", None)

        assert FOUND == main(["check", "a.json", *SELECTED])
        assert UNUSABLE == main(["check", "nope.json"])

    @pytest.mark.parametrize(
        "error, status",
        [
            (BrokenPipeError(errno.EPIPE, "Broken pipe"), FOUND),
            (OSError(errno.EINVAL, "Invalid argument"), FOUND),
            (OSError(errno.ENOSPC, "No space left on device"), UNUSABLE),
        ],
    )
    def test_who_reads_no_further(self, capsys, monkeypatch, error, status):
        class Broken(io.StringIO):
            def write(self, text):
                raise error

        summitry.write(FAULTY, "a.json")
        monkeypatch.setattr(sys, "stdout", Broken())

        assert status == main(["check", "a.json", *SELECTED])
        said = "No space left" if status == UNUSABLE else ""
        assert said in capsys.readouterr().err
        assert bool(said) or "" == capsys.readouterr().err


class TestProcess:
    """Once for real: as somebody types it."""

    def command(self, *words, **options):
        return subprocess.run(
            [sys.executable, "-m", "summitry", *words],
            capture_output=True,
            text=True,
            check=False,
            timeout=60,
            **options,
        )

    def test_it_runs(self):
        summitry.write(FAULTY, "a.json")
        done = self.command("check", "a.json", *SELECTED)

        assert FOUND == done.returncode
        assert done.stdout.endswith("\n2 errors in 5 records\n")
        assert "" == done.stderr
        assert UNUSABLE == self.command().returncode

    @pytest.mark.skipif(os.name == "nt", reason="sh is not there")
    def test_head_reads_one_line(self):
        codes = [state.code for state in summitry.states.all_states()]
        lost = [MemberState(organization="XYZ", state=code) for code in codes]
        summitry.write(Catalog(lost), "a.json")
        done = subprocess.run(
            ["sh", "-c", f"{sys.executable} -m summitry check a.json | head -n 1"],
            capture_output=True,
            text=True,
            check=False,
            timeout=60,
        )

        assert done.stdout.startswith("a.json:4 member_states[0]: ")
        assert "" == done.stderr


def test_rules_that_miss_something_are_rules():
    codes = {rule.code for rule in summitry.rules.RULES}

    assert set() == __main__._MISSING - codes


def test_a_file_that_is_gone_meanwhile_has_no_lines(run, monkeypatch):
    def gone(name):
        message = "gone"
        raise FileError(message)

    summitry.write(FAULTY, "a.json")
    monkeypatch.setattr(__main__, "lines_of", gone)
    status, out, err = run("check", "a.json", *SELECTED)

    assert (FOUND, "") == (status, err)
    assert out.startswith("a.json member_states[1]: ")


def test_the_module_says_how_to_use_it_with_pre_commit():
    assert "entry: python -m summitry check\n" in __main__.__doc__
    assert "files: \\.json$\n" in __main__.__doc__
