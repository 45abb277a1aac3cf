#pragma once
#include <atomic>
#include <functional>
#include <stdexcept>

namespace surplace::core {

/// Thrown by work that noticed a cancel request; whoever catches it removes what is half done.
class Cancelled : public std::runtime_error {
public:
    Cancelled() : std::runtime_error("cancelled") {}
};

/// What long work is handed: it reports how far it is and asks whether to go on. `cancel` may be set from a
/// signal handler or another thread.
struct Progress {
    std::function<void(long done, long total)> report = {};
    const std::atomic<bool>* cancel = nullptr;

    /// Reports and throws Cancelled if asked to stop.
    void step(long done, long total) const {
        if (cancel != nullptr && cancel->load())
            throw Cancelled();
        if (report)
            report(done, total);
    }
};

} // namespace surplace::core
