using ZooInfra.Contracts;
using ZooInfra.Contracts.Identity;
using ZooInfra.Identity;

namespace Clients.Utilities;

/// <summary>Who works at the plant.</summary>
internal static class WaterBoundary
{
    private static readonly EmergencyAccess Sealed = new("flood-1", "flood-2", "ops@valleywater.example", "Runbook 4: flood");

    public static IdentityBoundary Make(TenantContract contract) => new("plant", new IdentityBoundaryArgs
    {
        Contract = contract,
        BaseDn = "dc=valleywater,dc=example",
        Users =
        {
            new("c.ramos", "uid=c.ramos,dc=valleywater,dc=example", "Cruz Ramos"),
            new("flood-1", "uid=flood-1,dc=valleywater,dc=example", "Cruz Ramos"),
            new("flood-2", "uid=flood-2,dc=valleywater,dc=example", "Inga Holt"),
        },
        Passwords = { new PasswordRules("plant") { MinimumLength = 10, LockoutMinutes = 15 } },
        Mfa = { new MfaRule("everybody") { Methods = new([MfaMethod.Totp, MfaMethod.Fido2]) } },
        Logs = { new LogRoute("syslog", "logs.valleywater.example") { RetentionDays = 90 } },
        Emergency = Sealed,
    });
}
