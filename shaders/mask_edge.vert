#version 330 core
// An edge of a shape in mask pixels, as wide as the shape's edge is soft.
layout(location = 0) in vec4 edge;
layout(location = 1) in float softness; // device pixels; at least 1
layout(location = 2) in vec4 cell; // mask pixels the shape may touch: left, top, right, bottom

uniform vec2 tileOrigin, tileSize;
flat out vec4 segment;
flat out vec4 bounds;
flat out float soft;

void main() {
    segment = edge;
    bounds = cell;
    soft = softness;
    vec2 along = edge.zw - edge.xy;
    float size = length(along);
    along = size > 0.0 ? along / size : vec2(1.0, 0.0);
    vec2 across = vec2(-along.y, along.x);
    vec2 corner = vec2(gl_VertexID & 1, gl_VertexID >> 1) * 2.0 - 1.0;
    vec2 device = (corner.x < 0.0 ? edge.xy : edge.zw) + (corner.x * along + corner.y * across) * (softness + 1.0);
    gl_Position = vec4((device - tileOrigin) / tileSize * 2.0 - 1.0, 0.0, 1.0);
}
