namespace ZooInfra.Api.Onboarding;

/// <summary>A branch that carries a change set, for review.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Commit">Its one commit.</param>
/// <param name="Base">The commit it starts from.</param>
/// <param name="IsNew">Whether it was made just now; the same change set was proposed before otherwise.</param>
internal sealed record ChangeBranch(string Name, string Commit, string Base, bool IsNew);
