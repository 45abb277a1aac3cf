"""The check of the catalogues finds what it is there for."""
import pathlib
import tempfile
import unittest

import check_catalogues as check

TEMPLATE = """msgid ""
msgstr "Content-Type: text/plain; charset=UTF-8\\n"

msgctxt "list"
msgid "{0} and {1}"
msgstr ""

msgid "{0} case"
msgid_plural "{0} cases"
msgstr[0] ""
"""


def entries_of(text):
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "x.po"
        path.write_text(text, encoding="utf-8")
        return check.entries(path)


def problems_of(text):
    return check.problems_of("ko", 1, entries_of(text), entries_of(TEMPLATE))


GOOD = TEMPLATE.replace('msgstr ""\n\nmsgid "{0} case"', 'msgstr "{1}, {0}"\n\nmsgid "{0} case"').replace(
    'msgstr[0] ""', 'msgstr[0] "{0}"')


class CheckTest(unittest.TestCase):
    def test_a_whole_catalogue_has_no_problem(self):
        self.assertEqual(problems_of(GOOD), [])

    def test_what_is_not_translated_is_found(self):
        self.assertEqual(len(problems_of(TEMPLATE)), 4)  # and each lacks its values

    def test_a_lost_placeholder_is_found(self):
        self.assertIn("differ", problems_of(GOOD.replace("{1}, {0}", "{1}"))[0])

    def test_a_guess_of_msgmerge_is_found(self):
        self.assertIn("fuzzy", problems_of(GOOD.replace("msgctxt", "#, fuzzy\nmsgctxt"))[0])

    def test_a_missing_and_a_leftover_message_are_found(self):
        self.assertEqual(len(problems_of(GOOD.replace("and", "or"))), 2)

    def test_placeholders_are_numbered_as_they_stand(self):
        self.assertEqual(check.placeholders("{} of {:.1f}"), {"0", "1:.1f"})
        self.assertEqual(check.placeholders("{1:.1f}, {0} {{x}}"), {"0", "1:.1f"})


if __name__ == "__main__":
    unittest.main()
