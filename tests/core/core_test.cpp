#include "core/error.hpp"
#include "core/log.hpp"
#include "core/task.hpp"
#include <gtest/gtest.h>
#include <thread>

namespace surplace::core {
namespace {

TEST(Error, SaysWhatWhereAndWhatToDo) {
    const Error error("the date is not EDTF", {"events.csv", "", 12, "date"}, "Write it as 2017-03.");
    EXPECT_STREQ(error.what(), "events.csv, row 12, field date: the date is not EDTF. Write it as 2017-03.");
    EXPECT_STREQ(Error("Nothing was found.").what(), "Nothing was found.");
    EXPECT_STREQ(Error("no such layer", {"a.gpkg", "events", 0, ""}).what(),
                 "a.gpkg, layer events: no such layer.");
}

TEST(Error, WithinAddsOnlyWhatIsNotKnownYet) {
    const Error inner("unknown word", {"", "", 0, "kind"}, "Use detention.");
    const Error outer = inner.within({"events.csv", "", 7, "other"});
    EXPECT_EQ(outer.where().file, "events.csv");
    EXPECT_EQ(outer.where().row, 7);
    EXPECT_EQ(outer.where().field, "kind");
    EXPECT_EQ(outer.failure(), "unknown word");
    EXPECT_EQ(outer.remedy(), "Use detention.");
}

TEST(Problem, NamesItsPlaceFirst) {
    const Problem problem{Problem::Severity::warning, {"events.csv", "", 12, "date"}, "empty date"};
    EXPECT_EQ(problem.sentence(), "events.csv, row 12, field date: empty date");
    EXPECT_EQ((Problem{Problem::Severity::error, {}, "nothing"}).sentence(), "nothing");
}

TEST(Log, KeepsARepeatedMessageOnceWithItsCount) {
    int shown = 0;
    Log log([&shown](const Log::Entry&) { ++shown; });
    log.add(Log::Level::warning, "GDAL", "odd geometry");
    log.add(Log::Level::warning, "GDAL", "odd geometry");
    log.add(Log::Level::error, "GDAL", "odd geometry");
    log.add(Log::Level::warning, "PROJ", "odd geometry");
    const auto entries = log.entries();
    ASSERT_EQ(entries.size(), 3u);
    EXPECT_EQ(entries[0].count, 2);
    EXPECT_EQ(entries[1].level, Log::Level::error);
    EXPECT_EQ(entries[2].origin, "PROJ");
    EXPECT_EQ(shown, 3);
}

TEST(Log, CountsFromManyThreads) {
    Log log;
    std::vector<std::thread> threads;
    for (int i = 0; i < 4; ++i)
        threads.emplace_back([&log] {
            for (int k = 0; k < 500; ++k)
                log.add(Log::Level::info, "test", "same");
        });
    for (auto& thread : threads)
        thread.join();
    ASSERT_EQ(log.entries().size(), 1u);
    EXPECT_EQ(log.entries()[0].count, 2000);
}

TEST(Log, ASinkMayLog) {
    Log* self = nullptr;
    Log log([&self](const Log::Entry& entry) {
        if (entry.origin == "first")
            self->add(Log::Level::debug, "second", entry.text);
    });
    self = &log;
    log.add(Log::Level::debug, "first", "hello");
    EXPECT_EQ(log.entries().size(), 2u);
}

TEST(Progress, ReportsUntilCancelled) {
    std::atomic<bool> cancel = false;
    long last = -1;
    const Progress progress{[&last](long done, long) { last = done; }, &cancel};
    progress.step(3, 10);
    EXPECT_EQ(last, 3);
    cancel = true;
    EXPECT_THROW(progress.step(4, 10), Cancelled);
    EXPECT_EQ(last, 3);
    EXPECT_NO_THROW(Progress{}.step(1, 1));
}

} // namespace
} // namespace surplace::core
