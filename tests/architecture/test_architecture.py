#!/usr/bin/env python3
"""Shows that check_architecture finds what it is there to find: each planted violation is reported, and a clean tree is not."""

import pathlib
import tempfile
import unittest

import check_architecture

CLEAN = {
    "src/main.cpp": '#include "app/window.hpp"\n#include "core/error.hpp"\n',
    "src/core/CMakeLists.txt": "# Errors.\n",
    "src/core/error.hpp": "#include <string>\n#include <fmt/format.h>\n",
    "src/geo/CMakeLists.txt": "# Coordinates.\n",
    "src/geo/types.hpp": '#include "core/error.hpp"\n#include <proj.h>\n',
    "src/text/CMakeLists.txt": "# Shaping.\n",
    "src/text/text.hpp": "#include <pango/pango.h>\n",
    "src/app/CMakeLists.txt": "# The window.\n",
    "src/app/window.hpp": '#include "geo/types.hpp"\n#include <imgui.h>\n',
}


class Architecture(unittest.TestCase):
    def check(self, changes):
        with tempfile.TemporaryDirectory() as directory:
            root = pathlib.Path(directory)
            for name, text in {**CLEAN, **changes}.items():
                path = root / name
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(text, encoding="utf-8")
            return check_architecture.violations(root)

    def assert_one(self, changes, words):
        found = self.check(changes)
        self.assertEqual(len(found), 1, found)
        self.assertIn(words, found[0])

    def test_clean_tree_passes(self):
        self.assertEqual(self.check({}), [])

    def test_higher_level(self):
        self.assert_one({"src/geo/bad.cpp": '\n#include "app/window.hpp"\n'}, "src/geo/bad.cpp:2: geo (level 1)")

    def test_same_level(self):
        self.assert_one({"src/geo/bad.cpp": '#include "text/text.hpp"\n'}, "only lower levels")

    def test_angle_brackets_do_not_hide_it(self):
        self.assert_one({"src/geo/bad.cpp": "#include <text/text.hpp>\n"}, "only lower levels")

    def test_third_party_header_away_from_home(self):
        for header in ("proj.h", "gdal.h", "ogr_api.h", "cpl_conv.h", "sqlite3.h", "epoxy/gl.h", "EGL/egl.h", "GL/glu.h",
                       "png.h", "libavcodec/avcodec.h", "libswscale/swscale.h", "imgui.h", "GLFW/glfw3.h", "CLI/CLI.hpp",
                       "nlohmann/json.hpp", "pango/pango.h", "fontconfig/fontconfig.h", "ft2build.h", "geodesic.h"):
            self.assert_one({"src/core/bad.cpp": f"#  include <{header}>\n"}, "whose home is")

    def test_third_party_header_without_a_home(self):
        self.assert_one({"src/core/bad.cpp": "#include <boost/any.hpp>\n"}, "nor a third party's with a home")

    def test_main_has_no_third_party_header(self):
        self.assert_one({"src/main.cpp": "#include <GLFW/glfw3.h>\n"}, "whose home is app")

    def test_unknown_folder(self):
        self.assert_one({"src/utils/CMakeLists.txt": "# Odds.\n", "src/utils/a.cpp": "\n"}, "not in the table")

    def test_folder_without_purpose(self):
        self.assert_one({"src/geo/CMakeLists.txt": "surplace_library(geo)\n"}, "does not begin with its purpose")
        self.assert_one({"src/geo/CMakeLists.txt": "# no full stop\n"}, "does not begin with its purpose")

    def test_empty_tree_is_no_success(self):
        with tempfile.TemporaryDirectory() as directory:
            (pathlib.Path(directory) / "src").mkdir()
            self.assertTrue(check_architecture.violations(pathlib.Path(directory)))


if __name__ == "__main__":
    unittest.main()
