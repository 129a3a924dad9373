/** Files with recipes, in TOML. */
package org.qopt.cli.recipe;
