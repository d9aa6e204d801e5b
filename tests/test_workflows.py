"""What runs on the host of the repository: pinned, with least rights, and blind to strangers' words."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parents[1]
GITHUB = ROOT / ".github"
WORKFLOWS = sorted((GITHUB / "workflows").glob("*.yml"))
FORMS = ("release", "correction", "takedown")
BIN = Path(sys.executable).parent
# No package of it can be locked: those on PyPI fetch it from another host when they are installed.
ACTIONLINT = shutil.which("actionlint")


def read(path: Path) -> dict[Any, Any]:
    """Return a YAML file; YAML 1.1 reads the key `on` as true."""
    found = yaml.safe_load(path.read_text("utf-8"))
    assert isinstance(found, dict)
    return found


def steps(path: Path) -> list[dict[str, Any]]:
    """Return the steps of all jobs of a workflow."""
    return [step for job in read(path)["jobs"].values() for step in job["steps"]]


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_every_action_is_pinned_by_its_whole_commit(path: Path) -> None:
    """With its version beside it, so that a person and Dependabot can read it."""
    used = re.findall(r"uses: (.+)", path.read_text("utf-8"))

    assert used
    for one in used:
        assert re.fullmatch(r"[\w-]+/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", one), one


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_rights_are_given_job_by_job(path: Path) -> None:
    """None to the workflow; a job that runs what a pull request brings may only read."""
    workflow = read(path)

    assert workflow["permissions"] == {}
    assert "pull_request_target" not in workflow[True]
    assert "workflow_run" not in workflow[True]
    for job in workflow["jobs"].values():
        assert job["timeout-minutes"] <= 60
        if "pull_request" in workflow[True]:
            assert job["permissions"] == {"contents": "read"}
    assert "secrets." not in path.read_text("utf-8")


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_no_word_of_a_stranger_reaches_a_shell(path: Path) -> None:
    """What GitHub fills in goes through the environment; a checkout keeps no credential."""
    for step in steps(path):
        assert "${{" not in step.get("run", "")
        if "checkout" in step.get("uses", ""):
            assert step["with"]["persist-credentials"] is False


def test_publishing_is_one_at_a_time_and_from_the_main_branch_only() -> None:
    """And no build is stopped half-way; only the last job may publish."""
    workflow = read(GITHUB / "workflows/publish.yml")

    assert workflow[True] == {"push": {"branches": ["main"]}}
    assert workflow["concurrency"] == {"group": "pages", "cancel-in-progress": False}
    writing = {
        name: sorted(job["permissions"])
        for name, job in workflow["jobs"].items()
        if "write" in job["permissions"].values()
    }
    assert writing == {"attest": ["attestations", "id-token"], "deploy": ["id-token", "pages"]}


def test_the_checks_are_those_of_the_readme() -> None:
    """A change passes what a contributor can run."""
    runs = [step.get("run") for step in steps(GITHUB / "workflows/check.yml")]

    assert {"make test", "make lint"} <= set(runs)
    assert any("check --format github" in run for run in runs if run)


@pytest.mark.parametrize("name", FORMS)
def test_a_form_has_the_fields_that_pages_fill_in(name: str) -> None:
    """`Report a fault` names the page; every form says what it wants."""
    form = read(GITHUB / f"ISSUE_TEMPLATE/{name}.yml")
    fields = {part.get("id") for part in form["body"]}

    assert "page" in fields
    assert {"name", "description", "body"} <= form.keys()
    if name == "correction":
        link = (ROOT / "overrides/partials/footer.html").read_text("utf-8")
        sent = set(re.findall(r"&amp;(\w+)=", link))
        assert sent == {"page", "record", "version"}
        assert sent <= fields
        assert f"template={name}.yml" in link


@pytest.mark.skipif(not shutil.which("zizmor", path=str(BIN)), reason="needs zizmor")
def test_zizmor_finds_nothing() -> None:
    """Offline, all of .github."""
    command = [str(BIN / "zizmor"), "--offline", "--no-progress", "--quiet", str(GITHUB)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stdout


@pytest.mark.skipif(not ACTIONLINT, reason="actionlint is not installed here")
def test_actionlint_finds_nothing() -> None:
    """With shellcheck for what the steps run, where that is installed too."""
    done = subprocess.run(
        [str(ACTIONLINT), *map(str, WORKFLOWS)], capture_output=True, text=True, check=False
    )

    assert done.returncode == 0, done.stdout


@pytest.mark.skipif(
    not shutil.which("check-jsonschema", path=str(BIN)), reason="needs check-jsonschema"
)
@pytest.mark.parametrize(
    ("schema", "paths"),
    [
        ("vendor.github-workflows", WORKFLOWS),
        ("vendor.dependabot", [GITHUB / "dependabot.yml"]),
        ("vendor.github-issue-forms", [GITHUB / f"ISSUE_TEMPLATE/{name}.yml" for name in FORMS]),
    ],
)
def test_files_have_the_form_that_github_reads(schema: str, paths: list[Path]) -> None:
    """By the schemas that come with check-jsonschema."""
    command = [str(BIN / "check-jsonschema"), "--builtin-schema", schema, *map(str, paths)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stdout + done.stderr


@pytest.fixture
def proposal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a repository with content and a program, both committed."""
    monkeypatch.chdir(tmp_path)
    git("init", "-q", "-b", "main")
    for path in ("content/a.yml", "generator/a.py", "CHANGELOG.md"):
        Path(path).parent.mkdir(exist_ok=True)
        Path(path).write_text("1\n")
    commit()
    return tmp_path


def git(*arguments: str) -> None:
    """Run Git as a person with a name."""
    person = ("-c", "user.name=A", "-c", "user.email=a@example.org")
    subprocess.run(["git", *person, *arguments], check=True, capture_output=True)


def commit() -> None:
    """Commit all that is there."""
    git("add", "-A")
    git("commit", "-q", "-m", "a change")


@pytest.mark.parametrize(
    ("paths", "status"),
    [
        (["content/a.yml"], 0),
        (["content/a.yml", "content/b.yml", "CHANGELOG.md"], 0),
        (["generator/a.py", "README.md"], 0),
        (["content/a.yml", "generator/a.py"], 1),
        (["content/a.yml", ".github/workflows/x.yml"], 1),
        (["content/a.yml", "content.py"], 1),
    ],
)
@pytest.mark.usefixtures("proposal")
def test_a_change_of_content_leaves_the_program_alone(paths: list[str], status: int) -> None:
    """Or it is proposed in two."""
    for path in paths:
        Path(path).parent.mkdir(parents=True, exist_ok=True)
        Path(path).write_text("2\n")
    commit()

    done = subprocess.run(
        [str(GITHUB / "one-kind.sh"), "HEAD^"], capture_output=True, text=True, check=False
    )

    assert done.returncode == status, done.stderr
    assert ("propose them apart" in done.stdout) == bool(status)


def test_hooks_are_local_and_fetch_nothing() -> None:
    """And name tools that the locked requirements install."""
    hooks = read(ROOT / ".pre-commit-config.yaml")["repos"]

    assert [one["repo"] for one in hooks] == ["local"]
    for hook in hooks[0]["hooks"]:
        assert hook["language"] in ("system", "fail")
        assert hook["language"] == "fail" or hook["entry"].startswith(".venv/bin/")
