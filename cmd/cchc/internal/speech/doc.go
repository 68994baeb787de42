// Package speech has the command line speak Vietnamese: help, usage, and what to type where a command was not understood. Begin
// with InVietnamese, once all commands are there; commands take their Args from NoArgs, ArgCount and NeedCommand.
package speech
