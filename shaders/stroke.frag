#version 330 core
// Coverage of a segment with round joins. Each pixel of a line is drawn by the nearest of neighbouring segments only, so that
// a translucent line shows no darker joints.
flat in vec4 segment;
flat in vec4 neighbours;
flat in vec2 isNeighbour;
flat in vec2 lengths;
flat in vec4 color;
flat in float halfWidth;
flat in float squareEnds;

uniform vec2 tileOrigin;
uniform float pixelRatio;
uniform int dashCount; // 0 = solid, else an even number
uniform float dashes[16]; // logical pixels: on, off, on, off ...
out vec4 fragment;

// The joint's own distance is measured from the joint alike for both of its segments: equal to the last bit.
float distanceTo(vec2 at, vec2 start, vec2 end) {
    vec2 along = end - start;
    float position = dot(at - start, along);
    float square = dot(along, along);
    if (position <= 0.0)
        return length(at - start);
    if (position >= square)
        return length(at - end);
    return abs((at.x - start.x) * along.y - (at.y - start.y) * along.x) * inversesqrt(square);
}

// Coverage by the nearest dash, as if each were a capsule around the line (round caps) or a box.
float dashCoverage(float along, float across) {
    float period = 0.0;
    for (int i = 0; i < dashCount; ++i)
        period += dashes[i] * pixelRatio;
    float at = mod(along, period);
    float start = 0.0;
    float coverage = 0.0;
    for (int i = 0; i < dashCount; i += 2) {
        float end = start + dashes[i] * pixelRatio;
        float outside = max(start - at, at - end);
        // The first dash of the next period, and the last of the one before.
        outside = min(outside, max(start + period - at, at - end - period));
        outside = min(outside, max(start - period - at, at - end + period));
        float here = squareEnds == 0.0 ? clamp(halfWidth + 0.5 - length(vec2(max(outside, 0.0), across)), 0.0, 1.0)
                                       : clamp(0.5 - outside, 0.0, 1.0) * clamp(halfWidth + 0.5 - across, 0.0, 1.0);
        coverage = max(coverage, here);
        start = end + dashes[i + 1] * pixelRatio;
    }
    return coverage;
}

void main() {
    vec2 at = gl_FragCoord.xy + tileOrigin;
    vec2 start = segment.xy, end = segment.zw;
    float own = distanceTo(at, start, end);
    if (own > halfWidth + 0.5)
        discard;
    if (isNeighbour.x != 0.0 && distanceTo(at, neighbours.xy, start) <= own)
        discard;
    if (isNeighbour.y != 0.0 && distanceTo(at, end, neighbours.zw) < own)
        discard;
    vec2 along = end - start;
    float size = length(along);
    float position = size > 0.0 ? dot(at - start, along) / size : 0.0;
    float coverage = clamp(halfWidth + 0.5 - own, 0.0, 1.0);
    if (dashCount > 0) {
        float clamped = clamp(position, 0.0, size);
        float lengthAlong = lengths.x + (size > 0.0 ? clamped / size * (lengths.y - lengths.x) : 0.0);
        coverage = dashCoverage(lengthAlong, own);
    }
    if (squareEnds != 0.0) {
        if (isNeighbour.x == 0.0)
            coverage *= clamp(position + 0.5, 0.0, 1.0);
        if (isNeighbour.y == 0.0)
            coverage *= clamp(size - position + 0.5, 0.0, 1.0);
    }
    fragment = vec4(color.rgb, color.a * coverage);
}
