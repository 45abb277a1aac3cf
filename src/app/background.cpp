#include "app/background.hpp"
#include "core/task.hpp"
#include "core/translation.hpp"
#include <new>
#include <utility>

namespace surplace::app {

Background::Background(std::function<void()> wake, std::function<void(const std::string&)> failed)
    : _wake(std::move(wake)), _failed(std::move(failed)) {}

Background::~Background() {
    _cancel = true;
    if (_thread.joinable())
        _thread.join();
}

bool Background::start(std::string what, Work work) {
    if (!_what.empty())
        return false;
    if (_thread.joinable())
        _thread.join();
    _what = std::move(what);
    _cancel = false;
    _thread = std::thread([this, work = std::move(work), language = core::currentLanguage()] {
        const core::LanguageScope scope(language);
        Finish finish;
        try {
            finish = work(_cancel);
        } catch (const core::Cancelled&) {
            finish = [] {};
        } catch (const std::bad_alloc&) {
            finish = [this] { _failed(core::tr("There is not enough memory for this.")); };
        } catch (const std::exception& error) {
            finish = [this, sentence = std::string(error.what())] { _failed(sentence); };
        }
        {
            const std::lock_guard lock(_mutex);
            _finished = finish ? std::move(finish) : [] {};
        }
        _wake();
    });
    return true;
}

bool Background::collect() {
    Finish finish;
    {
        const std::lock_guard lock(_mutex);
        finish = std::exchange(_finished, {});
    }
    if (!finish)
        return false;
    _thread.join();
    _what.clear();
    finish();
    return true;
}

} // namespace surplace::app
