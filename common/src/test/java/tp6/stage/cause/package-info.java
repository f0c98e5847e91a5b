/** Why a stage was lost: from what was seen, the most specific sentence that is true. */
package tp6.stage.cause;
