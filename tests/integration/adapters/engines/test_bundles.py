"""Bundles on disk: what is let in, what is not, and that nothing is ever half there."""

from __future__ import annotations

import json
import os
import shutil
import signal
import stat
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.fakes import processes
from tests.fakes.models import a_bundle, declared, gguf, manifest, without
from tests.integration.adapters.engines.bundling import TINY, refusal

from bankrm.adapters.engines.bundles import InstalledBundles
from bankrm.application.ports.models import BundleExists, BundleMissing, BundleRefused, ModelsUnwritable
from bankrm.domain.progress import Progress
from bankrm.drafting.ports import ModelUnusable


@pytest.fixture
def models(tmp_path: Path) -> InstalledBundles:
    return InstalledBundles(tmp_path / "home" / "models")


def zipped(folder: Path, top: str = "") -> Path:
    path = folder.with_suffix(".zip")
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for file in sorted(folder.rglob("*")):
            archive.write(file, top + file.relative_to(folder).as_posix())
    return path


def left_in(home: Path) -> list[str]:
    """Everything below HOME/models."""
    return sorted(path.name for path in (home / "models").glob("*"))


@pytest.mark.parametrize("source", [a_bundle, lambda f: zipped(a_bundle(f)), lambda f: zipped(a_bundle(f), "tiny/")],
                         ids=["folder", "zip", "zip of the folder"])  # fmt: skip
def test_a_bundle_is_added_from_a_folder_or_a_zip(
    models: InstalledBundles, tmp_path: Path, source: Callable[[Path], Path]
) -> None:
    bundle = models.add(source(tmp_path / "source"))
    assert bundle.weights == tmp_path / "home" / "models" / "tiny" / "tiny.gguf"
    assert bundle.weights.read_bytes() == TINY
    assert [one.content for one in models.installed()] == [bundle]
    assert models.verify("tiny") == bundle == models.find("tiny")
    assert left_in(tmp_path / "home") == ["tiny"]


def test_the_digest_follows_from_the_files_alone(models: InstalledBundles, tmp_path: Path) -> None:
    first = models.add(a_bundle(tmp_path / "one"))
    second = models.add(a_bundle(tmp_path / "two", name="other", licence="MIT"))
    third = models.add(a_bundle(tmp_path / "three", {"tiny.gguf": TINY, "a.txt": b""}, name="third"))
    assert first.sha256 == second.sha256 != third.sha256


def test_the_data_folder_that_it_makes_is_its_owners(models: InstalledBundles, tmp_path: Path) -> None:
    models.add(a_bundle(tmp_path / "source"))
    assert stat.S_IMODE((tmp_path / "home").stat().st_mode) == 0o700


def test_progress_ends_where_all_is_done(models: InstalledBundles, tmp_path: Path) -> None:
    heard = list[Progress]()
    models.add(a_bundle(tmp_path / "source", {"tiny.gguf": TINY, "a.txt": b"\0" * (3 << 20)}), heard.append)
    assert heard[-1] == Progress("add_model", 3, 4)


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"schema": "bankrm.model/2"}, "bad_manifest"),
        ({"format": "pickle"}, "bad_manifest"),
        ({"context_tokens": "4096"}, "bad_manifest"),
        ({"licence": ""}, "bad_manifest"),
        ({"surprise": 1}, "bad_manifest"),
        ({"files": []}, "bad_manifest"),
        ({"files": [declared("tiny.gguf", TINY)] * 2}, "bad_manifest"),
        ({"name": "../tiny"}, "bad_name"),
        ({"name": "NUL"}, "bad_name"),
        ({"name": ".tiny"}, "bad_name"),
        ({"files": [declared("../tiny.gguf", TINY)]}, "bad_path"),
        ({"files": [declared("/tiny.gguf", TINY)]}, "bad_path"),
        ({"files": [declared("C:\\tiny.gguf", TINY)]}, "bad_path"),
        ({"files": [declared("a/../tiny.gguf", TINY)]}, "bad_path"),
        ({"files": [declared("con.gguf", TINY)]}, "bad_path"),
        ({"files": [declared("model.bin", TINY)]}, "file_type"),
        ({"files": [declared("model.pt", TINY)]}, "file_type"),
        ({"files": [declared("modeling.py", TINY)]}, "file_type"),
        ({"files": [declared("Manifest.json", TINY)]}, "file_type"),
        ({"files": [declared("a.gguf", TINY), declared("b.gguf", TINY)]}, "no_weights"),
        ({"files": [declared("a.txt", b"")]}, "no_weights"),
        ({"files": [declared("a.gguf", TINY), declared("b.safetensors", TINY)]}, "no_weights"),
        ({"format": "safetensors"}, "no_weights"),
    ],
)
def test_a_manifest_that_says_what_it_may_not_is_refused(
    models: InstalledBundles, tmp_path: Path, changes: dict[str, object], reason: str
) -> None:
    source = a_bundle(tmp_path / "source", **changes)
    assert refusal(lambda: models.add(source))[0] == reason
    assert not (tmp_path / "home").exists()


def _flip(folder: Path) -> None:
    content = bytearray((folder / "tiny.gguf").read_bytes())
    content[-1] ^= 1
    (folder / "tiny.gguf").write_bytes(content)


def _cut(folder: Path) -> None:
    (folder / "tiny.gguf").write_bytes(TINY[:-1])


def _grow(folder: Path) -> None:
    (folder / "tiny.gguf").write_bytes(TINY + b"\0")


def _wrong_digest(folder: Path) -> None:
    files = [{**declared("tiny.gguf", TINY), "sha256": "0" * 64}]
    (folder / "manifest.json").write_text(json.dumps(manifest({}, files=files)))


def _more(folder: Path) -> None:
    (folder / "inside").mkdir()
    (folder / "inside" / "evil.py").write_text("")


def _less(folder: Path) -> None:
    (folder / "tiny.gguf").unlink()


def _link(folder: Path) -> None:
    (folder / "tiny.gguf").rename(folder.parent / "elsewhere.gguf")
    (folder / "tiny.gguf").symlink_to(folder.parent / "elsewhere.gguf")


def _link_to_folder(folder: Path) -> None:
    (folder / "inside").symlink_to(folder.parent)


def _pipe(folder: Path) -> None:
    os.mkfifo(folder / "pipe.txt")


SPOILT = [
    (_flip, "damaged", "tiny.gguf"),
    (_cut, "damaged", "tiny.gguf"),
    (_grow, "damaged", "tiny.gguf"),
    (_wrong_digest, "damaged", "tiny.gguf"),
    (_more, "undeclared", "inside/evil.py"),
    (_less, "file_missing", "tiny.gguf"),
    (_link, "link", "tiny.gguf"),
    (_link_to_folder, "link", "inside"),
    (_pipe, "link", "pipe.txt"),
]


@pytest.mark.skipif(sys.platform == "win32", reason="links and pipes need rights there")
@pytest.mark.parametrize(("spoil", "reason", "file"), SPOILT)
def test_a_spoilt_bundle_is_not_added_and_its_file_is_named(
    models: InstalledBundles, tmp_path: Path, spoil: Callable[[Path], None], reason: str, file: str
) -> None:
    spoil(source := a_bundle(tmp_path / "source"))
    assert refusal(lambda: models.add(source)) == (reason, file)
    assert not models.installed()
    assert left_in(tmp_path / "home") == []


@pytest.mark.skipif(sys.platform == "win32", reason="links and pipes need rights there")
@pytest.mark.parametrize(("spoil", "reason", "file"), SPOILT)
def test_a_bundle_that_is_spoilt_later_does_not_verify_and_its_file_is_named(
    models: InstalledBundles, tmp_path: Path, spoil: Callable[[Path], None], reason: str, file: str
) -> None:
    models.add(a_bundle(tmp_path / "source"))
    spoil(tmp_path / "home" / "models" / "tiny")
    assert refusal(lambda: models.verify("tiny")) == (reason, file)


@pytest.mark.parametrize("content", [b"not a model", gguf(tensors=2)[:-1], b""])
def test_declared_bytes_that_are_no_whole_model_are_refused(
    models: InstalledBundles, tmp_path: Path, content: bytes
) -> None:
    source = a_bundle(tmp_path / "source", {"tiny.gguf": content})
    assert refusal(lambda: models.add(source)) == ("damaged", "tiny.gguf")
    assert left_in(tmp_path / "home") == []


def test_a_model_that_cannot_be_talked_with_is_not_added(models: InstalledBundles, tmp_path: Path) -> None:
    source = a_bundle(tmp_path / "source", {"tiny.gguf": gguf(without("tokenizer.chat_template"))})
    with pytest.raises(ModelUnusable) as unusable:
        models.add(source)
    assert unusable.value.details == {"engine": "llama", "reason": "no_chat_template"}
    assert left_in(tmp_path / "home") == []


@pytest.mark.parametrize("name", ["../evil.txt", "/evil.txt", "a\\..\\evil.txt", "C:evil.txt", "tiny/../../evil.txt"])
def test_a_zip_whose_names_lead_outside_is_refused(models: InstalledBundles, tmp_path: Path, name: str) -> None:
    path = zipped(a_bundle(tmp_path / "source"))
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr(name, "evil")
    assert refusal(lambda: models.add(path)) == ("bad_path", name)
    assert not list(tmp_path.rglob("evil.txt"))


def test_a_zip_with_a_link_in_it_is_refused(models: InstalledBundles, tmp_path: Path) -> None:
    path = zipped(a_bundle(tmp_path / "source"))
    link = zipfile.ZipInfo("link.txt")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr(link, "/etc/passwd")
    assert refusal(lambda: models.add(path)) == ("link", "link.txt")


def test_a_zip_unpacks_to_no_more_than_its_manifest_says(models: InstalledBundles, tmp_path: Path) -> None:
    source = a_bundle(tmp_path / "source", {"tiny.gguf": TINY, "a.txt": b"\0" * (64 << 20)})
    told = manifest({}, files=[declared("tiny.gguf", TINY), {**declared("a.txt", b""), "bytes": 10}])
    (source / "manifest.json").write_text(json.dumps(told))
    assert refusal(lambda: models.add(zipped(source))) == ("damaged", "a.txt")
    assert left_in(tmp_path / "home") == []


@pytest.mark.parametrize("content", [b"", b"text", b"PK\5\6" + b"\0" * 18])
def test_a_file_that_is_no_zip_of_a_bundle_is_refused(models: InstalledBundles, tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "some.zip"
    path.write_bytes(content)
    assert refusal(lambda: models.add(path))[0] == "not_a_bundle"
    assert refusal(lambda: models.add(tmp_path / "nosuch"))[0] == "not_a_bundle"


def test_a_zip_cut_short_is_refused(models: InstalledBundles, tmp_path: Path) -> None:
    path = zipped(a_bundle(tmp_path / "source"))
    content = path.read_bytes()
    for length in range(0, len(content), 7):
        path.write_bytes(content[:length])
        with pytest.raises(BundleRefused):
            models.add(path)
    assert left_in(tmp_path / "home") == []


def test_a_name_that_is_taken_is_refused_in_whatever_case(models: InstalledBundles, tmp_path: Path) -> None:
    models.add(a_bundle(tmp_path / "source"))
    for name in ("tiny", "TINY"):
        with pytest.raises(BundleExists):
            models.add(a_bundle(tmp_path / name, licence="MIT", name=name))
    assert models.find("tiny").licence == "Apache-2.0"


def test_a_name_taken_meanwhile_is_refused(models: InstalledBundles, tmp_path: Path) -> None:
    def take_it(_: Progress) -> None:
        a_bundle(tmp_path / "home" / "models" / "tiny")

    with pytest.raises(BundleExists):
        models.add(a_bundle(tmp_path / "source"), take_it)
    assert left_in(tmp_path / "home") == ["tiny"]


def test_ctrl_c_leaves_nothing(models: InstalledBundles, tmp_path: Path) -> None:
    def stop(_: Progress) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        models.add(a_bundle(tmp_path / "source"), stop)
    assert left_in(tmp_path / "home") == []


KILLED = """
import os, signal, sys
from pathlib import Path
from bankrm.adapters.engines.bundles import InstalledBundles
Path.rename = lambda *_: os.kill(os.getpid(), signal.SIGKILL)  # all is copied, nothing has its name
InstalledBundles(Path(sys.argv[1])).add(Path(sys.argv[2]))
"""
FULL = """
import resource, sys
from pathlib import Path
from bankrm.adapters.engines.bundles import InstalledBundles
from bankrm.application.ports.models import ModelsUnwritable
resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))
try:
    InstalledBundles(Path(sys.argv[1])).add(Path(sys.argv[2]))
except ModelsUnwritable as error:
    print(error.details["reason"])
"""


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL there")
def test_a_kill_between_copying_and_naming_installs_nothing_and_the_next_one_clears_up(
    models: InstalledBundles, tmp_path: Path
) -> None:
    source = a_bundle(tmp_path / "source")
    with processes.start(KILLED, tmp_path / "home" / "models", source) as child:
        child.communicate(timeout=60)
    assert child.returncode == -signal.SIGKILL
    (left,) = left_in(tmp_path / "home")
    assert left.startswith(f".adding-{child.pid}-")
    assert not models.installed()
    models.add(source)
    assert left_in(tmp_path / "home") == ["tiny"]


@pytest.mark.skipif(sys.platform == "win32", reason="no limit on a file's size there")
def test_a_full_disk_leaves_nothing(tmp_path: Path) -> None:
    source = a_bundle(tmp_path / "source", {"tiny.gguf": TINY, "a.txt": b"\0" * 200_000})
    assert processes.run(FULL, tmp_path / "home" / "models", source) == "disk_full"
    assert left_in(tmp_path / "home") == []


def test_a_bundle_larger_than_the_disk_is_not_begun(models: InstalledBundles, tmp_path: Path) -> None:
    more = shutil.disk_usage(tmp_path).total + 1
    source = a_bundle(tmp_path / "source", files=[{**declared("tiny.gguf", TINY), "bytes": more}])
    with pytest.raises(ModelsUnwritable) as full:
        models.add(source)
    assert full.value.details["reason"] == "disk_full"
    assert left_in(tmp_path / "home") == []


def test_the_folder_that_policy_names_is_read_goes_first_and_is_never_written(tmp_path: Path) -> None:
    everyones, own = tmp_path / "machine", tmp_path / "home" / "models"
    a_bundle(everyones / "tiny", licence="IT")
    a_bundle(own / "tiny", licence="own")
    a_bundle(own / "mine", name="mine")
    models = InstalledBundles(own, everyones)
    assert [one.name for one in models.installed()] == ["mine", "tiny"]
    assert models.find("tiny").licence == "IT"
    assert refusal(lambda: models.remove("tiny"))[0] == "machine_wide"
    models.remove("mine")
    assert [one.name for one in models.installed()] == ["tiny"]
    assert left_in(tmp_path / "home") == ["tiny"]


def test_a_folder_that_policy_names_and_is_not_there_holds_nothing(tmp_path: Path) -> None:
    assert InstalledBundles(tmp_path / "models", tmp_path / "nosuch").installed() == ()


def test_an_installed_folder_that_is_no_bundle_is_listed_with_its_reason(
    models: InstalledBundles, tmp_path: Path
) -> None:
    installed = tmp_path / "home" / "models"
    a_bundle(installed / "renamed")
    (installed / "empty").mkdir()
    assert [(one.name, one.content.details["reason"]) for one in models.installed() if isinstance(one.content, BundleRefused)] == [
        ("empty", "not_a_bundle"), ("renamed", "bad_name"),
    ]  # fmt: skip
    with pytest.raises(BundleRefused):
        models.find("renamed")
    models.remove("renamed")


def test_a_name_that_is_not_installed_is_missing(models: InstalledBundles) -> None:
    for act in (models.find, models.verify, models.remove):
        with pytest.raises(BundleMissing):
            act("nosuch")


def test_a_bundle_can_be_found_by_its_path_and_is_proven_then(models: InstalledBundles, tmp_path: Path) -> None:
    source = a_bundle(tmp_path / "source")
    assert models.find(str(source)).weights == source / "tiny.gguf"
    _flip(source)
    assert refusal(lambda: models.find(str(source))) == ("damaged", "tiny.gguf")
