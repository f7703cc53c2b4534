namespace ZooInfra.Api.Onboarding;

/// <summary>A file that a change set makes or removes.</summary>
/// <param name="Path">From the root of the repository, with slashes.</param>
/// <param name="Content">All of it: UTF-8 text.</param>
/// <param name="IsRemoved">Whether it is removed; it is made otherwise.</param>
internal sealed record ChangedFile(string Path, string Content, bool IsRemoved);
