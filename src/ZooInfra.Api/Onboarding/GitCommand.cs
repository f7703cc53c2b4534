namespace ZooInfra.Api.Onboarding;

/// <summary>A command of git.</summary>
/// <param name="Arguments">Its name and its arguments.</param>
internal sealed record GitCommand(params string[] Arguments)
{
    /// <summary>What it reads; empty when not given.</summary>
    public string Input { get; init; } = "";

    /// <summary>Variables of its environment, beside those that are there.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();
}
