package io.tapgate.architecture.wrong.modules.below;

import io.tapgate.architecture.wrong.modules.above.Above;

record PointsUp(Above above) {}
