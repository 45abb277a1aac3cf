#pragma once
#include <atomic>
#include <functional>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace surplace::app {

/// One piece of long work at a time, beside the window. Work gets snapshots and hands back what is to be done
/// on the window's thread.
class Background {
public:
    using Finish = std::function<void()>;
    using Work = std::function<Finish(const std::atomic<bool>& cancel)>;

    /// `wake` is called from the worker when there is something to collect; `failed` on the window's thread
    /// with a plain sentence.
    Background(std::function<void()> wake, std::function<void(const std::string&)> failed);
    ~Background();
    Background(const Background&) = delete;
    Background& operator=(const Background&) = delete;

    /// Refused (false) while other work goes on.
    bool start(std::string what, Work work);
    /// What goes on ("Opening my.gpkg"); empty when nothing does.
    const std::string& what() const { return _what; }
    /// Runs what finished work handed back; false when there was nothing. On the window's thread.
    bool collect();

private:
    std::function<void()> _wake;
    std::function<void(const std::string&)> _failed;
    std::string _what;
    std::atomic<bool> _cancel = false;
    std::mutex _mutex;
    Finish _finished; ///< guarded by _mutex
    std::thread _thread;
};

} // namespace surplace::app
