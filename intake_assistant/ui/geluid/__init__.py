"""The loudspeaker and the microphone of this computer, by miniaudio; each opened only when it is needed."""
