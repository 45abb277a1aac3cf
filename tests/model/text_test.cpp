#include "model/text.hpp"
#include "model/id_index.hpp"
#include "model/records.hpp"
#include "model/shared.hpp"
#include <gmock/gmock.h>
#include <thread>
#include <unordered_set>

namespace surplace::model {
namespace {

using testing::ElementsAre;

TEST(Text, IsEightBytesAndReadsAsItWasWritten) {
    static_assert(sizeof(Text) == 8);
    EXPECT_TRUE(Text().empty());
    EXPECT_TRUE(Text("").empty());
    EXPECT_EQ(Text(""), Text());
    const Text text("회령 Hoeryong");
    EXPECT_EQ(text, "회령 Hoeryong");
    EXPECT_EQ(text.size(), std::string("회령 Hoeryong").size());
    EXPECT_EQ(std::string(text), "회령 Hoeryong");
    EXPECT_EQ(text + ", " + Text("KP"), "회령 Hoeryong, KP");
    EXPECT_EQ(Text(std::string_view("a\0b", 3)).size(), 3u);
}

TEST(Text, CopiesShareAndAssigningChangesOneOnly) {
    Text a("a sentence that is told of an event");
    const Text b = a;
    EXPECT_TRUE(a.sharesWith(b));
    a = "another";
    EXPECT_EQ(a, "another");
    EXPECT_EQ(b, "a sentence that is told of an event");
    a += " word";
    EXPECT_EQ(a, "another word");
    a = b;
    a.clear();
    EXPECT_EQ(a, "");
    EXPECT_EQ(b, "a sentence that is told of an event");
    EXPECT_FALSE(Text("equal").sharesWith(Text("equal")));
    EXPECT_EQ(Text("equal"), Text("equal"));
}

TEST(Text, SelfAssignmentAndMovesKeepTheText) {
    Text a("kept");
    const Text& alias = a;
    a = alias;
    EXPECT_EQ(a, "kept");
    Text b = std::move(a);
    EXPECT_EQ(b, "kept");
}

TEST(Text, OrdersAndHashesAsItsBytes) {
    EXPECT_LT(Text("A"), Text("B"));
    EXPECT_LT(Text("B"), "Ba");
    EXPECT_LT(Text(), Text("A"));
    const std::unordered_set<Text> texts{"a", "b", "a"};
    EXPECT_EQ(texts.size(), 2u);
    EXPECT_TRUE(texts.contains(std::string("b")));
}

TEST(Text, TextsOfAllLengthsOutliveTheirNeighbours) {
    std::vector<Text> texts;
    for (std::size_t length = 1; length < 200'000; length = length * 3 / 2 + 1)
        for (int i = 0; i < 40; ++i)
            texts.emplace_back(std::string(length, static_cast<char>('a' + i % 26)));
    std::vector<Text> kept;
    for (std::size_t i = 0; i < texts.size(); i += 7)
        kept.push_back(texts[i]);
    texts.clear();
    for (const Text& text : kept)
        EXPECT_EQ(text, std::string(text.size(), text.front()));
}

TEST(Text, IsSharedAmongThreads) {
    const Text text("shared");
    std::vector<Text> made(4);
    {
        std::vector<std::jthread> threads;
        for (Text& result : made)
            threads.emplace_back([&] {
                for (int i = 0; i < 20'000; ++i) {
                    const Text copy = text;
                    result = "from a thread " + std::to_string(i);
                }
            });
    }
    for (const Text& result : made) // their threads have gone
        EXPECT_EQ(result, "from a thread 19999");
    EXPECT_EQ(text, "shared");
}

TEST(Shared, EqualsItsDefaultUntilItIsChanged) {
    Shared<EventDetails> a;
    EXPECT_EQ(a->note, "");
    EXPECT_EQ(a, Shared(EventDetails{}));
    const Shared<EventDetails> before = a;
    a.edit().note = "changed";
    const Shared<EventDetails> copy = a;
    a.edit().note = "again";
    EXPECT_EQ(before->note, "");
    EXPECT_EQ(copy->note, "changed");
    EXPECT_EQ(a->note, "again");
    EXPECT_NE(a, copy);
}

TEST(List, IsAValue) {
    List<int> a{1, 2};
    const List<int> b = a;
    a.push_back(3);
    EXPECT_THAT(a.values(), ElementsAre(1, 2, 3));
    EXPECT_THAT(b.values(), ElementsAre(1, 2));
    a.edit().clear();
    EXPECT_EQ(a, List<int>());
}

TEST(Records, AnEventIsSmall) {
    // A million of them are held at once.
    EXPECT_LE(sizeof(Event), 128u);
}

TEST(IdIndex, FindsTheFirstOfEqualIds) {
    std::vector<Case> cases(3000);
    for (std::size_t i = 0; i < cases.size(); ++i)
        cases[i].id = "case-" + std::to_string(i / 2);
    cases[7].id = "";
    IdIndex index;
    index.build(cases);
    for (std::size_t i = 0; i < cases.size(); i += 2)
        EXPECT_EQ(index.find("case-" + std::to_string(i / 2), cases), i);
    EXPECT_EQ(index.find("case-1500", cases), cases.size());
    EXPECT_EQ(index.find("", cases), cases.size());
    IdIndex ofNone;
    ofNone.build(std::vector<Case>{});
    EXPECT_EQ(ofNone.find("a", std::vector<Case>{}), 0u);
}

} // namespace
} // namespace surplace::model
