#include "render/triangulate.hpp"
#include <GL/glu.h>
#include <cmath>
#include <memory>

namespace surplace::render {
namespace {

struct DeleteTess {
    void operator()(GLUtesselator* tess) const { gluDeleteTess(tess); }
};

struct Sink {
    Triangles triangles;

    std::uint32_t add(double x, double y) {
        triangles.vertices.push_back({x, y});
        return static_cast<std::uint32_t>(triangles.vertices.size() - 1);
    }
};

void* handle(std::uint32_t index) { return reinterpret_cast<void*>(static_cast<std::uintptr_t>(index)); }

// An edge flag callback makes GLU hand out plain triangles instead of fans and strips.
void GLAPIENTRY onEdgeFlag(GLboolean) {}
void GLAPIENTRY onVertex(void* vertex, void* sink) {
    static_cast<Sink*>(sink)->triangles.indices.push_back(static_cast<std::uint32_t>(reinterpret_cast<std::uintptr_t>(vertex)));
}
void GLAPIENTRY onCombine(GLdouble position[3], void**, GLfloat*, void** out, void* sink) {
    *out = handle(static_cast<Sink*>(sink)->add(position[0], position[1]));
}

} // namespace

Triangles triangulate(std::span<const std::vector<Vertex>> rings) {
    using Callback = void(GLAPIENTRY*)();
    const std::unique_ptr<GLUtesselator, DeleteTess> tess(gluNewTess());
    Sink sink;
    gluTessProperty(tess.get(), GLU_TESS_WINDING_RULE, GLU_TESS_WINDING_ODD);
    gluTessNormal(tess.get(), 0, 0, 1);
    gluTessCallback(tess.get(), GLU_TESS_EDGE_FLAG, reinterpret_cast<Callback>(onEdgeFlag));
    gluTessCallback(tess.get(), GLU_TESS_VERTEX_DATA, reinterpret_cast<Callback>(onVertex));
    gluTessCallback(tess.get(), GLU_TESS_COMBINE_DATA, reinterpret_cast<Callback>(onCombine));
    gluTessBeginPolygon(tess.get(), &sink);
    for (const std::vector<Vertex>& ring : rings) {
        gluTessBeginContour(tess.get());
        for (const Vertex& point : ring) {
            if (!std::isfinite(point[0]) || !std::isfinite(point[1]))
                continue;
            std::array<double, 3> position{point[0], point[1], 0};
            gluTessVertex(tess.get(), position.data(), handle(sink.add(point[0], point[1])));
        }
        gluTessEndContour(tess.get());
    }
    gluTessEndPolygon(tess.get());
    sink.triangles.indices.resize(sink.triangles.indices.size() / 3 * 3);
    return std::move(sink.triangles);
}

} // namespace surplace::render
