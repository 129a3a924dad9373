/** A plugin for qopt: a dialect with one operation, and a pass that lowers it. */
package org.example.plugin;
