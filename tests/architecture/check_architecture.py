#!/usr/bin/env python3
"""Checks the include lines of src/ against the table of levels in docs (architecture): a folder knows lower levels only, and a
third-party header stays in its home. Usage: check_architecture.py SOURCE_DIRECTORY; prints each violation, exits 1 if there is one."""

import pathlib
import re
import sys

LEVELS = {
    "core": 0,
    "geo": 1, "text": 1,
    "ogr": 2, "model": 2,
    "casebook": 3, "basemap": 3, "timeline": 3, "analysis": 3, "redaction": 3,
    "scene": 4,
    "render": 5, "briefing": 5,
    "publish": 6,
    "app": 7, "cli": 7,
}

# The pattern of a third-party header and the folders that are its home.
HOMES = [
    (r"proj.*\.h|geodesic\.h", {"geo"}),
    (r"pango/.*|fontconfig/.*|hb.*\.h|harfbuzz/.*|glib.*", {"text"}),
    (r"ft2build\.h|freetype/.*", {"text", "app"}),
    (r"gdal.*|ogr.*|cpl_.*", {"ogr", "casebook", "basemap"}),
    (r"boost/locale/.*", {"core"}),
    (r"sqlite3.*", {"casebook"}),
    (r"epoxy/.*", {"render", "app"}),
    (r"EGL/.*|GL/.*", {"render"}),
    (r"png\.h|libdeflate\.h", {"publish"}),
    (r"libav.*|libsw.*", {"publish"}),
    (r"(backends/)?imgui.*|GLFW/.*", {"app"}),
    (r"CLI/.*", {"cli"}),
    (r"nlohmann/.*", {"cli", "casebook"}),
    (r"fmt/.*", set(LEVELS)),
]
# Of the operating system, where the standard library has nothing.
SYSTEM = {"fcntl.h", "unistd.h", "signal.h", "dlfcn.h", "sys/stat.h", "sys/types.h", "sys/file.h", "sys/mman.h",
          "sys/wait.h", "malloc.h", "spawn.h"}

INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]')
SOURCES = {".cpp", ".hpp", ".h", ".cc", ".inl"}


def includes(file):
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
        match = INCLUDE.match(line)
        if match:
            yield number, match[2]


def own_folder(header, src):
    """The folder of src/ that a header lives in, or None for one of the system or a third party."""
    first = header.split("/")[0]
    return first if "/" in header and ((src / header).exists() or first in LEVELS and (src / first).is_dir()) else None


def violation_of(folder, header, src):
    """What is wrong with one include line of a folder (None: src/main.cpp), or None."""
    other = own_folder(header, src)
    if other is not None:
        if folder is None or other == folder:
            return None
        if other not in LEVELS:
            return f"includes {header}, whose folder is not in the table of levels"
        if LEVELS[other] >= LEVELS[folder]:
            return f"(level {LEVELS[folder]}) includes {header} (level {LEVELS[other]}): only lower levels may be known"
        return None
    for pattern, homes in HOMES:
        if re.fullmatch(pattern, header):
            return None if folder in homes else f"includes {header}, whose home is {', '.join(sorted(homes))}"
    is_standard = "." not in header and "/" not in header
    if is_standard or header in SYSTEM:
        return None
    return f"includes {header}, which is neither standard, nor this program's, nor a third party's with a home"


def violations(root):
    src = root / "src"
    found = []
    files = sorted(path for path in src.rglob("*") if path.suffix in SOURCES)
    if not files:
        return [f"{src}: no source files to check"]
    for file in files:
        relative = file.relative_to(src)
        folder = relative.parts[0] if len(relative.parts) > 1 else None
        if folder is not None and folder not in LEVELS:
            found.append(f"{relative}: folder {folder} is not in the table of levels")
            continue
        for number, header in includes(file):
            wrong = violation_of(folder, header, src)
            if wrong:
                found.append(f"src/{relative}:{number}: {folder or 'main'} {wrong}")
    for folder in sorted(path for path in src.iterdir() if path.is_dir()):
        lists = folder / "CMakeLists.txt"
        first = lists.read_text(encoding="utf-8").split("\n", 1)[0] if lists.exists() else ""
        if not re.fullmatch(r"# [^#\s].*\.", first):
            found.append(f"src/{folder.name}/CMakeLists.txt: does not begin with its purpose as a comment of one sentence")
    return found


if __name__ == "__main__":
    results = violations(pathlib.Path(sys.argv[1]))
    print("\n".join(results) if results else "every include line keeps to the architecture")
    sys.exit(1 if results else 0)
