#include "model/vocabulary.hpp"
#include <gtest/gtest.h>
#include <set>

namespace surplace::model {
namespace {

template <class Enum>
class Words : public testing::Test {};
using Enumerations = testing::Types<EventKind, Role, Assertion, PlacePrecision, PlaceKind, Sensitivity,
                                    TallyRelationKind, Basis, EventLinkKind>;
TYPED_TEST_SUITE(Words, Enumerations);

TYPED_TEST(Words, AreReadBackAndDifferent) {
    std::set<std::string_view> seen;
    int expected = 0;
    for (const TypeParam value : allValues<TypeParam>()) {
        EXPECT_EQ(static_cast<int>(value), expected++);
        EXPECT_FALSE(word(value).empty());
        EXPECT_TRUE(seen.insert(word(value)).second);
        EXPECT_EQ(parseWord<TypeParam>(word(value)), value);
    }
    EXPECT_GE(expected, 2);
    EXPECT_EQ(parseWord<TypeParam>(""), std::nullopt);
    EXPECT_EQ(parseWord<TypeParam>("no such word"), std::nullopt);
}

TEST(Vocabulary, EveryListIsWhole) {
    EXPECT_EQ(allValues<EventKind>().back(), EventKind::background);
    EXPECT_EQ(allValues<Role>().back(), Role::statement);
    EXPECT_EQ(allValues<Assertion>().back(), Assertion::feared);
    EXPECT_EQ(allValues<PlacePrecision>().back(), PlacePrecision::none);
    EXPECT_EQ(allValues<PlaceKind>().back(), PlaceKind::group);
    EXPECT_EQ(allValues<Sensitivity>().back(), Sensitivity::s4);
    EXPECT_EQ(allValues<TallyRelationKind>().back(), TallyRelationKind::doNotAddTo);
    EXPECT_EQ(allValues<Basis>().back(), Basis::implied);
    EXPECT_EQ(allValues<EventLinkKind>().back(), EventLinkKind::denies);
}

TEST(Vocabulary, WordsOfTheFiles) {
    EXPECT_EQ(word(EventKind::forcedReturn), "forced_return");
    EXPECT_EQ(word(Role::stageOf), "stage_of");
    EXPECT_EQ(word(Sensitivity::s0), "S0");
    EXPECT_EQ(word(TallyRelationKind::overlapsUnknown), "overlaps_unknown");
    EXPECT_EQ(word(EventLinkKind::sameAs), "same_as");
    EXPECT_EQ(word(PlaceKind::group), "group");
    EXPECT_EQ(parseWord<EventKind>("Forced_Return"), EventKind::forcedReturn);
    EXPECT_EQ(parseWord<Sensitivity>("s2"), Sensitivity::s2);
    EXPECT_STREQ(title(EventKind::forcedReturn), "Forced return");
    EXPECT_STREQ(title(EventKind::background), "Background");
    EXPECT_STREQ(title(EventKind::handover), "Handover to the authorities of China");
    EXPECT_STREQ(title(Assertion::feared), "Feared");
    EXPECT_STREQ(title(PlacePrecision::none), "No place");
}

TEST(Vocabulary, ContextAndDuration) {
    int contexts = 0;
    std::set<EventKind> durations;
    for (const EventKind kind : allValues<EventKind>()) {
        contexts += isContext(kind) ? 1 : 0;
        if (isDuration(kind))
            durations.insert(kind);
    }
    EXPECT_EQ(contexts, 8);
    EXPECT_TRUE(isContext(EventKind::policy));
    EXPECT_FALSE(isContext(EventKind::death));
    EXPECT_EQ(durations,
              (std::set{EventKind::holding, EventKind::closure, EventKind::policy, EventKind::background}));
}

} // namespace
} // namespace surplace::model
