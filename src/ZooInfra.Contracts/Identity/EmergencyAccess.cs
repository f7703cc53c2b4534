namespace ZooInfra.Contracts.Identity;

/// <summary>The two break-glass accounts: they work when everything else does not, and their every use is seen.</summary>
/// <param name="First">One account, by name.</param>
/// <param name="Second">The other account, by name.</param>
/// <param name="AlertsTo">Who is told at once when one of them signs in.</param>
/// <param name="Runbook">The runbook that says who may open the seal, and how.</param>
public sealed record EmergencyAccess(string First, string Second, string AlertsTo, string Runbook)
{
    /// <summary>Both accounts, by name.</summary>
    public EquatableArray<string> Accounts => new([First, Second]);
}
