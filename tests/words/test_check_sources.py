"""The look for words that are no messages finds them."""
import unittest

import check_sources as check


def found(text, shown=("words", "ImGui::Text", "core::Error", "fmt::format")):
    return [literal for _, literal in check.bare_words(text, list(shown))]


class BareWordsTest(unittest.TestCase):
    def test_a_bare_literal_is_found(self):
        self.assertEqual(found('words(ui, "Nothing here", soft);'), ["Nothing here"])
        self.assertEqual(found('ImGui::Text("Nothing");'), ["Nothing"])
        self.assertEqual(found('core::Error(core::tr("a") + " or b", {}, "Do it.")'), [" or b", "Do it."])

    def test_a_message_is_not(self):
        self.assertEqual(found('words(ui, core::tr("Nothing here"), soft);'), [])
        self.assertEqual(found('words(ui, core::trn(n, "one thing", "{0} things", f("x y", n)));'), [])

    def test_comments_ids_and_signs_are_not(self):
        self.assertEqual(found('// words("no such thing")\nwords(ui, " \\u00b7 " + x);'), [])
        self.assertEqual(found('words(ui, "##id of it");'), [])

    def test_what_is_put_together_is_looked_at(self):
        self.assertEqual(found('fmt::format("{} people", n)'), ["{} people"])
        self.assertEqual(found('fmt::format("{}: {}", a, b)'), [])


if __name__ == "__main__":
    unittest.main()
