#version 330 core
// One segment of a line with its neighbours. z is the length along the line so far; -1: no such point, the line ends here;
// -2: a neighbour only, on the far side of a closed line's seam.
layout(location = 0) in vec3 previousPoint;
layout(location = 1) in vec3 startPoint;
layout(location = 2) in vec3 endPoint;
layout(location = 3) in vec3 nextPoint;
layout(location = 4) in vec4 lineColor;
layout(location = 5) in float lineWidth; // logical pixels; negative: the line ends square, not round

uniform vec2 mapScale, mapOffset, tileOrigin, tileSize;
uniform float pixelRatio;

flat out vec4 segment;
flat out vec4 neighbours;
flat out vec2 isNeighbour;
flat out vec2 lengths; // device pixels along the line
flat out vec4 color;
flat out float halfWidth;
flat out float squareEnds;

void main() {
    vec2 start = startPoint.xy * mapScale + mapOffset;
    vec2 end = endPoint.xy * mapScale + mapOffset;
    segment = vec4(start, end);
    neighbours = vec4(previousPoint.xy * mapScale + mapOffset, nextPoint.xy * mapScale + mapOffset);
    isNeighbour = vec2(previousPoint.z == -1.0 ? 0.0 : 1.0, nextPoint.z == -1.0 ? 0.0 : 1.0);
    lengths = vec2(startPoint.z, endPoint.z) * abs(mapScale.x);
    color = lineColor;
    // A line thinner than a pixel is a pixel wide and paler.
    float width = abs(lineWidth) * pixelRatio;
    squareEnds = lineWidth < 0.0 ? 1.0 : 0.0;
    halfWidth = max(width, 1.0) / 2.0;
    color.a *= min(width, 1.0);
    if (startPoint.z < 0.0 || endPoint.z < 0.0 || width <= 0.0) {
        gl_Position = vec4(2.0, 2.0, 2.0, 1.0);
        return;
    }
    vec2 along = end - start;
    float size = length(along);
    along = size > 0.0 ? along / size : vec2(1.0, 0.0);
    vec2 across = vec2(-along.y, along.x);
    float reach = halfWidth + 1.0;
    vec2 corner = vec2(gl_VertexID & 1, gl_VertexID >> 1) * 2.0 - 1.0;
    vec2 device = (corner.x < 0.0 ? start : end) + (corner.x * along + corner.y * across) * reach;
    gl_Position = vec4((device - tileOrigin) / tileSize * 2.0 - 1.0, 0.0, 1.0);
}
