using ZooInfra.Contracts;

namespace ZooInfra.Api.Onboarding;

/// <summary>What a rule says of a proposed contract.</summary>
/// <param name="Rule">The id of the rule.</param>
/// <param name="Severity">How much it weighs: an error refuses the contract.</param>
/// <param name="Message">What is wrong and what would be right.</param>
/// <param name="Fact">The path of the fact; null when it is about the text as a whole.</param>
/// <param name="Position">Where the text says it; null when it does not.</param>
internal sealed record ProposalFinding(string Rule, RuleSeverity Severity, string Message, string? Fact, Position? Position);
