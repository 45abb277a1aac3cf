#include "app/background.hpp"
#include "core/error.hpp"
#include "core/task.hpp"
#include <chrono>
#include <gtest/gtest.h>

namespace surplace::app {
namespace {

class BackgroundTest : public testing::Test {
protected:
    void collectUntilIdle() {
        const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(20);
        while (!background.what().empty() && std::chrono::steady_clock::now() < end) {
            background.collect();
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
        }
    }
    std::atomic<int> wakes = 0;
    std::vector<std::string> failures;
    Background background{[this] { ++wakes; },
                          [this](const std::string& sentence) { failures.push_back(sentence); }};
};

TEST_F(BackgroundTest, FinishesOnTheThreadThatCollects) {
    const auto here = std::this_thread::get_id();
    std::thread::id worked, finished;
    ASSERT_TRUE(background.start("working", [&](const std::atomic<bool>&) -> Background::Finish {
        worked = std::this_thread::get_id();
        return [&] { finished = std::this_thread::get_id(); };
    }));
    collectUntilIdle();
    EXPECT_EQ(wakes, 1);
    EXPECT_NE(worked, here);
    EXPECT_EQ(finished, here);
}

TEST_F(BackgroundTest, AFailureIsOneSentence) {
    background.start("failing", [](const std::atomic<bool>&) -> Background::Finish {
        throw core::Error("the file is damaged");
    });
    collectUntilIdle();
    ASSERT_EQ(failures.size(), 1U);
    EXPECT_NE(failures.front().find("the file is damaged"), std::string::npos);
}

TEST_F(BackgroundTest, OneThingAtATime) {
    std::atomic<bool> go = false;
    background.start("first", [&](const std::atomic<bool>&) -> Background::Finish {
        while (!go)
            std::this_thread::yield();
        return {};
    });
    EXPECT_FALSE(
        background.start("second", [](const std::atomic<bool>&) -> Background::Finish { return {}; }));
    EXPECT_EQ(background.what(), "first");
    go = true;
    collectUntilIdle();
    EXPECT_TRUE(background.start("third", [](const std::atomic<bool>&) -> Background::Finish { return {}; }));
    collectUntilIdle();
}

TEST(Background, ClosingCancels) {
    std::atomic<bool> wasCancelled = false;
    {
        Background background([] {}, [](const std::string&) {});
        background.start("long", [&](const std::atomic<bool>& cancel) -> Background::Finish {
            while (!cancel)
                std::this_thread::yield();
            wasCancelled = true;
            throw core::Cancelled();
        });
    }
    EXPECT_TRUE(wasCancelled);
}

} // namespace
} // namespace surplace::app
