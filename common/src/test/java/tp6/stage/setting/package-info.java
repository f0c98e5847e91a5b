/** What a run of the stages is given: language, seed, and all that is drawn from it. */
package tp6.stage.setting;
