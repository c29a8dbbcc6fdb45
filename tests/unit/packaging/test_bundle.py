"""What may be in a bundle, how it is made smaller, and what its start undoes."""

from __future__ import annotations

import shutil
from pathlib import Path

import outside
import pytest
import sizes
import strip
from contents import intruders, wanted_binary, wanted_data

from v2m_desktop.app.frozen import restore_library_paths

INSIDE = [
    "_internal/PySide6/QtWidgets.abi3.so",
    "_internal/PySide6/Qt/lib/libQt6XcbQpa.so.6",
    "_internal/PySide6/Qt/plugins/platforms/libqxcb.so",
    "_internal/PySide6/plugins/platforms/qwindows.dll",
    "_internal/resources/icons/idle.svg",
    "_internal/av.libs/libavcodec-5e6b81c2.so.62.28.102",
]
OUTSIDE = [
    "_internal/torch/lib/libtorch.so",
    "_internal/PySide6/QtQml.abi3.so",
    "_internal/PySide6/QtMultimedia.pyd",
    "_internal/PySide6/Qt/lib/libQt6Quick.so.6",
    "_internal/PySide6/Qt6Pdf.dll",
    "_internal/PySide6/Qt/plugins/platformthemes/libqgtk3.so",
    "_internal/PySide6/Qt/plugins/sqldrivers/libqsqlite.so",
    "_internal/libcudart.so.12",
    "_internal/nvidia/cublas/lib/libcublas.so.12",
    "_internal/hf_xet/hf_xet.abi3.so",
    "_internal/numpy/_core/tests/data.txt",
]


def test_only_what_does_not_belong_in_a_bundle_is_found() -> None:
    assert intruders(INSIDE + OUTSIDE) == OUTSIDE


@pytest.mark.parametrize(
    ("path", "wanted"),
    [
        ("onnxruntime/capi/libonnxruntime.so.1.31.1", False),
        ("onnxruntime/capi/onnxruntime_pybind11_state.cpython-311-x86_64-linux-gnu.so", True),
        ("libasound.so.2", False),
        ("libasound-c7818c60.so.2.0.0", True),
        ("libportaudio.so.2", True),
        ("PySide6/Qt/plugins/qmltooling/libqmldbg_server.so", False),
    ],
)
def test_libraries_that_stay_and_go(path: str, wanted: bool) -> None:
    assert wanted_binary(path) is wanted


def test_of_qts_translations_those_of_our_languages_stay() -> None:
    assert wanted_data("PySide6/Qt/translations/qtbase_es.qm")
    assert not wanted_data("PySide6/Qt/translations/qtbase_de.qm")
    assert wanted_data("resources/translations/voice2machine_pt.qm")


def test_a_bundle_that_is_too_large_or_holds_an_intruder_fails(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "_internal/av.libs").mkdir(parents=True)
    (tmp_path / "_internal/av.libs/libx265.so").write_bytes(bytes(3_000_000))
    (tmp_path / "_internal/libx265.so").symlink_to("av.libs/libx265.so")
    (tmp_path / "v2m").write_bytes(bytes(1_000_000))
    assert sizes.main(tmp_path) == 0
    assert "4 MB in 3 files" in capsys.readouterr().out
    with (tmp_path / "_internal/large.so").open("wb") as sparse:
        sparse.truncate(600_000_000)
    assert sizes.main(tmp_path) == 1
    (tmp_path / "_internal/large.so").unlink()
    (tmp_path / "_internal/torch").mkdir()
    (tmp_path / "_internal/torch/__init__.py").touch()
    assert sizes.main(tmp_path) == 1
    assert "_internal/torch/__init__.py" in capsys.readouterr().err


def test_a_library_whose_segments_were_moved_is_not_taken_for_sound(tmp_path: Path) -> None:
    import _ctypes

    library = tmp_path / "module.so"
    shutil.copyfile(_ctypes.__file__, library)
    assert strip.is_sound(library)
    data = bytearray(library.read_bytes())
    table = int.from_bytes(data[32:40], "little")
    entry = next(at for at in range(table, table + 56 * 20, 56) if data[at : at + 4] == b"\1\0\0\0")
    data[entry + 8] ^= 0x10  # the first segment begins elsewhere in the file than in memory
    library.write_bytes(data)
    assert not strip.is_sound(library)


def test_a_library_from_outside_that_is_not_listed_or_not_found_fails(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    import _ctypes

    (tmp_path / "_internal").mkdir()
    shutil.copyfile(_ctypes.__file__, tmp_path / "_internal/_ctypes.so")
    found = outside.outside(tmp_path)
    foreign = next(name for name in found if name.startswith("libffi"))
    assert "libc.so.6" in found
    assert outside.main(tmp_path) == 1
    assert f"{foreign} comes from" in capsys.readouterr().err
    complete = tmp_path / "list.txt"
    complete.write_text("# all of them\n" + "\n".join(found), encoding="utf-8")
    monkeypatch.setattr(outside, "LIST", complete)
    assert outside.main(tmp_path) == 0
    (tmp_path / "_internal" / foreign).symlink_to(found[foreign])
    assert foreign not in outside.outside(tmp_path)


def test_programs_that_the_app_starts_get_the_systems_libraries_back() -> None:
    bundle = {"LD_LIBRARY_PATH": "/bundle:/mine", "LD_LIBRARY_PATH_ORIG": "/mine", "PATH": "/bin"}
    restore_library_paths(bundle)
    assert bundle == {"LD_LIBRARY_PATH": "/mine", "PATH": "/bin"}
    nothing_before = {"LD_LIBRARY_PATH": "/bundle"}
    restore_library_paths(nothing_before)
    assert nothing_before == {}
