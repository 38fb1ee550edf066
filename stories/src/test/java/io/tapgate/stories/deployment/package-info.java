/**
 * What a deployment is made of, tried as far as a machine without a Docker engine can try it: the
 * compose file against the settings and the Dockerfile, nginx's configuration with a real nginx.
 *
 * <p>Nothing here may build an image, need the network, or touch an nginx that runs already.
 */
@NullMarked
package io.tapgate.stories.deployment;

import org.jspecify.annotations.NullMarked;
