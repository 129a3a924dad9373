/** Code of plugins that does not come back: found by looking at threads from outside. */
package org.qopt.cli.plugin;
