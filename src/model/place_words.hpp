#pragma once
#include "model/records.hpp"
#include <string>
#include <string_view>

namespace surplace::model {

/// A name without case, accents, punctuation and the words "province" and "autonomous region":
/// "P'yŏngan-bukto" and "Pyongan bukto" agree.
std::string foldedName(std::string_view name);

/// How exactly a place of this kind says where something was.
PlacePrecision precisionOf(PlaceKind kind);
/// The coarser of the event's precision and its place's kind: nothing is sharper than it is known.
PlacePrecision knownTo(const Event& event, const Place& place);

} // namespace surplace::model
