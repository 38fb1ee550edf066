/** The doors of the admin API, under /api/v1, and the document that describes them. */
@NullMarked
package io.tapgate.admin.web;

import org.jspecify.annotations.NullMarked;
