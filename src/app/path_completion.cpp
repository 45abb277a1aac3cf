#include "app/path_completion.hpp"
#include <algorithm>

namespace surplace::app {

std::vector<PathChoice> pathChoices(const std::string& typed, const std::vector<std::string>& endings,
                                    const std::filesystem::path& home) {
    constexpr std::size_t mostChoices = 500;
    const auto slash = typed.rfind('/');
    const std::string stem = slash == std::string::npos ? "" : typed.substr(0, slash + 1);
    const std::string beginning = slash == std::string::npos ? typed : typed.substr(slash + 1);
    std::filesystem::path folder = stem.empty() ? std::filesystem::path(".") : std::filesystem::path(stem);
    if (stem.rfind("~/", 0) == 0)
        folder = home / stem.substr(2);
    std::vector<PathChoice> folders, files;
    std::error_code error;
    for (std::filesystem::directory_iterator
             it(folder, std::filesystem::directory_options::skip_permission_denied, error),
         end;
         !error && it != end && folders.size() + files.size() < mostChoices; it.increment(error)) {
        const std::string name = it->path().filename().string();
        if (name.rfind(beginning, 0) != 0 || (name.front() == '.' && beginning.empty()))
            continue;
        std::error_code unreadable;
        if (it->is_directory(unreadable))
            folders.push_back({name + "/", stem + name + "/"});
        else if (std::find(endings.begin(), endings.end(), it->path().extension().string()) != endings.end())
            files.push_back({name, stem + name});
    }
    const auto byName = [](const PathChoice& a, const PathChoice& b) { return a.name < b.name; };
    std::sort(folders.begin(), folders.end(), byName);
    std::sort(files.begin(), files.end(), byName);
    folders.insert(folders.end(), files.begin(), files.end());
    return folders;
}

} // namespace surplace::app
