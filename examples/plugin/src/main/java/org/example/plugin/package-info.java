/**
 * A plugin for qopt: a dialect with two operations, a pattern, a pass with an option, a pipeline
 * and a target. README.md says how they belong together.
 */
package org.example.plugin;
