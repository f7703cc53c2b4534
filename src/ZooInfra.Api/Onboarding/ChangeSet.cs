namespace ZooInfra.Api.Onboarding;

/// <summary>What a request would change of the code.</summary>
/// <param name="Client">The client.</param>
/// <param name="Branch">The name of its branch.</param>
/// <param name="Message">The message of its commit.</param>
/// <param name="Files">The files.</param>
internal sealed record ChangeSet(string Client, string Branch, string Message, IReadOnlyList<ChangedFile> Files);
