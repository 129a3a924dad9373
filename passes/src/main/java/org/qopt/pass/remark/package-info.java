/** What passes tell of what they did, what they left, and why. */
package org.qopt.pass.remark;
