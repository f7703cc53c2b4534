using ZooInfra.Contracts;

namespace ZooInfra.Analyzers.Tests.Cases;

/// <summary>What HIPAA, PCI DSS and NIST 800-53 demand of an identity boundary.</summary>
public abstract class IdentityCase : RuleCase
{
    private protected const string Hipaa = "Acme Corp is under HIPAA tier 2 (clause MSA 7), and the identity boundary 'corp' does not meet ";

    private protected static Text Under(string boundary, string members = "", string elsewhere = "", string other = "", string regime = Parts.Hipaa)
        => new() { Attributes = regime, Constructor = boundary, Members = members, Elsewhere = elsewhere, OtherAssembly = other };
}

public sealed class Zoo3101NoSecondFactor : IdentityCase
{
    public override Rule Rule => IdentityRules.Authentication;

    public override Text Broken => Under(Parts.Boundary(mfa: "", name: "{|#0:\"corp\"|}"));

    public override string Message => Hipaa + "164.312(d) (Person or entity authentication): no second factor is asked for. Add an MfaRule for remote access and administration to Mfa";

    public override Text Clean => Under(Parts.Boundary());

    public override Text NearMiss => Under(Parts.Boundary(mfa: "Mfa = { new MfaRule(\"remote\") { Access = AccessKind.Remote }, new MfaRule(\"admins\") { Access = AccessKind.Administration } },"));

    public override Text Roundabout => Under(
        "Make({|#0:\"corp\"|}, []);",
        "private static void Make(string name, MfaRule[] mfa) { " + Parts.Boundary(mfa: "Mfa = mfa,", name: "name") + " }");
}

public sealed class Zoo3101Uncovered : IdentityCase
{
    private const string Groups = "Groups = { new(\"Admins\", \"Acme\") { Users = [\"ben\"] } }, Units = { new IdentityUnit(\"Acme\") },";

    public override Rule Rule => IdentityRules.Authentication;

    public override Text Broken => Under(Parts.Boundary(Parts.Users, mfa: Groups + "Mfa = { new MfaRule(\"admins\") { Groups = new([\"Admins\"]) } },", name: "{|#0:\"corp\"|}"));

    public override string Message => Hipaa + "164.312(d) (Person or entity authentication): 'ana' can sign in for remote access and administration without a second factor. Cover them with an MfaRule";

    public override Text Clean => Under(Parts.Boundary(mfa: Groups.Replace("ben", "ana") + "Mfa = { new MfaRule(\"admins\") { Groups = new([\"Admins\"]) } },"));

    public override Text NearMiss => Under(Parts.Boundary(mfa: Groups.Replace("[\"ben\"]", "Members()") + "Mfa = { new MfaRule(\"admins\") { Groups = new([\"Admins\"]) } },"), "private static string[] Members() => Environment.GetCommandLineArgs();");

    public override Text Roundabout => Under(
        Parts.Boundary(mfa: Groups + "Mfa = { new MfaRule(\"admins\") { Groups = new([Names.Admins]) } },", name: "{|#0:\"corp\"|}"),
        other: "public static class Names { public const string Admins = \"Admins\"; }");
}

public sealed class Zoo3101WeakPassword : IdentityCase
{
    public override Rule Rule => IdentityRules.Authentication;

    public override Text Broken => Under(Parts.Boundary(passwords: "Passwords = { new PasswordRules(\"all\") { MinimumLength = {|#0:11|} } },"));

    public override string Message => Hipaa + "164.312(d) (Person or entity authentication): the password policy 'all' asks for 11 characters; at least 12 are needed";

    public override Text Clean => Under(Parts.Boundary(passwords: "Passwords = { new PasswordRules(\"all\") { MinimumLength = 12 } },"));

    public override Text NearMiss => Under(Parts.Boundary(passwords: "Passwords = { new PasswordRules(\"all\") { MinimumLength = 12, LockoutThreshold = 10, LockoutMinutes = 15, History = 0 } },"));

    public override Text Roundabout => Under(
        Parts.Boundary(passwords: "Passwords = { Rules with { MinimumLength = {|#0:Lengths.Least|} } },"),
        "private static readonly PasswordRules Rules = new(\"all\");",
        "static class Lengths { public const int Least = 8 + 3; }");
}

public sealed class Zoo3102LogsReadable : IdentityCase
{
    public override Rule Rule => IdentityRules.Logs;

    public override Text Broken => Under(Parts.Boundary(logs: "Logs = { new LogRoute(\"soc\", \"logs.soc.example\") { Protocol = {|#0:LogProtocol.SyslogTcp|}, SignInAlertsTo = \"soc@acme.example\" } },"));

    public override string Message => Hipaa + "164.312(e)(2)(ii) (Encryption in transit): the log route 'soc' travels unencrypted. Use syslog over TLS or HTTPS";

    public override Text Clean => Under(Parts.Boundary(logs: "Logs = { new LogRoute(\"soc\", \"logs.soc.example\") { Protocol = LogProtocol.SyslogTls, SignInAlertsTo = \"soc@acme.example\" } },"));

    public override Text NearMiss => Under(Parts.Boundary(logs: "Logs = { new LogRoute(\"soc\", \"logs.soc.example\") { Protocol = LogProtocol.Https, SignInAlertsTo = \"soc@acme.example\", RetentionDays = 1 } },"));

    public override Text Roundabout => Under(
        Parts.Boundary(logs: "Logs = { Route({|#0:Plain|}) },"),
        "private const LogProtocol Plain = LogProtocol.SyslogTcp;\nprivate static LogRoute Route(LogProtocol protocol) => new(\"soc\", \"logs.soc.example\") { Protocol = protocol, SignInAlertsTo = \"soc@acme.example\" };");
}

public sealed class Zoo3102NotForwarded : IdentityCase
{
    public override Rule Rule => IdentityRules.Logs;

    public override Text Broken => Under(Parts.Boundary(logs: "Logs = { new LogRoute(\"soc\", \"logs.soc.example\") { Sources = new([LogSource.SignIn, LogSource.PolicyChange]), SignInAlertsTo = \"soc@acme.example\" } },", name: "{|#0:\"corp\"|}"));

    public override string Message => Hipaa + "164.312(b) (Audit controls): directory changes are forwarded to no collector that keeps them for 1 day or more. Add a route to Logs";

    public override Text Clean => Under(Parts.Boundary());

    public override Text NearMiss => Under(Parts.Boundary(logs: "Logs = { new LogRoute(\"soc\", \"logs.soc.example\") { Sources = new([LogSource.SignIn]), SignInAlertsTo = \"soc@acme.example\" }, new LogRoute(\"siem\", \"siem.soc.example\") { Sources = new([LogSource.DirectoryChange]) } },"));

    public override Text Roundabout => Under(
        Parts.Boundary(logs: "Logs = { Route(LogSource.SignIn) },", name: "{|#0:\"corp\"|}"),
        "private static LogRoute Route(params LogSource[] sources) => new(\"soc\", \"logs.soc.example\") { Sources = new(sources), SignInAlertsTo = \"soc@acme.example\" };");
}

public sealed class Zoo3103Shared : IdentityCase
{
    private const string Rest = ", new(\"bg1\", \"uid=bg1,dc=acme,dc=example\", \"Ana Ruiz\"), new(\"bg2\", \"uid=bg2,dc=acme,dc=example\", \"Ben Okoye\") },";

    public override Rule Rule => IdentityRules.UniqueIds;

    public override Text Broken => Under(Parts.Boundary("Users = { new(\"desk\", \"uid=desk,dc=acme,dc=example\", {|#0:\"\"|})" + Rest));

    public override string Message =>
        Hipaa + "164.312(a)(2)(i) (Unique user identification): nobody holds the account 'desk'. Give it the one person who uses it or answers for it; an account of several people is not allowed";

    public override Text Clean => Under(Parts.Boundary("Users = { new(\"desk\", \"uid=desk,dc=acme,dc=example\", \"Eva Lind\")" + Rest));

    public override Text NearMiss => Under(Parts.Boundary("Users = { new(\"desk\", \"uid=desk,dc=acme,dc=example\", \"Ana Ruiz\"), new(\"desk2\", \"uid=desk2,dc=acme,dc=example\", Environment.MachineName)" + Rest));

    public override Text Roundabout => Under(
        Parts.Boundary("Users = { new(\"desk\", \"uid=desk,dc=acme,dc=example\", {|#0:People.Nobody|})" + Rest),
        other: "public static class People { public const string Nobody = \" \"; }");
}

public sealed class Zoo3104NoBreakGlass : IdentityCase
{
    public override Rule Rule => IdentityRules.BreakGlass;

    public override Text Broken => Under(Parts.Boundary(emergency: "", name: "{|#0:\"corp\"|}"));

    public override string Message => Hipaa + "164.312(a)(2)(ii) (Emergency access procedure): there are no break-glass accounts. Declare two in Emergency, with who is alerted and the runbook";

    public override Text Clean => Under(Parts.Boundary());

    public override Text NearMiss => Under(Parts.Boundary(emergency: "Emergency = Read(),"), "private static EmergencyAccess Read() => throw new NotSupportedException();");

    public override Text Roundabout => Under(
        Parts.Boundary(emergency: "Emergency = None,", name: "{|#0:\"corp\"|}"),
        "private static readonly EmergencyAccess None = null;");
}

public sealed class Zoo3104NoRunbook : IdentityCase
{
    public override Rule Rule => IdentityRules.BreakGlass;

    public override Text Broken => Under(Parts.Boundary(emergency: "Emergency = new(\"bg1\", \"bg2\", \"soc@acme.example\", {|#0:\"\"|}),"));

    public override string Message => Hipaa + "164.312(a)(2)(ii) (Emergency access procedure): the break-glass accounts have no runbook. Say in Runbook who may open the seal, and how";

    public override Text Clean => Under(Parts.Boundary());

    public override Text NearMiss => Under(Parts.Boundary(emergency: "Emergency = new(\"bg1\", \"bg2\", \"soc@acme.example\", \"3\"),"));

    public override Text Roundabout => Under(
        Parts.Boundary(emergency: "Emergency = new(\"bg1\", \"bg2\", \"soc@acme.example\", {|#0:Runbooks.Glass|}),"),
        elsewhere: "static class Runbooks { public const string Glass = \"\"; }");
}

public sealed class Zoo3111LongLock : IdentityCase
{
    public override Rule Rule => IdentityRules.Logoff;

    public override Text Broken => Under(Parts.Boundary(policies: "GroupPolicies = { new GroupPolicyRules(\"lock\") { Settings = new([PolicySetting.HideLastUserName(true), PolicySetting.InactivityLock({|#0:901|})]) } },"));

    public override string Message => Hipaa + "164.312(a)(2)(iii) (Automatic logoff): a group policy locks a machine after 901 seconds; at most 900 are allowed";

    public override Text Clean => Under(Parts.Boundary(policies: "GroupPolicies = { new GroupPolicyRules(\"lock\") { Settings = new([PolicySetting.InactivityLock(600)]) } },"));

    public override Text NearMiss => Under(Parts.Boundary(policies: "GroupPolicies = { new GroupPolicyRules(\"lock\") { Settings = new([PolicySetting.InactivityLock(900)]) } },"));

    public override Text Roundabout => Under(
        Parts.Boundary(policies: "GroupPolicies = { new GroupPolicyRules(\"lock\") { Settings = new([PolicySetting.InactivityLock({|#0:Minutes * 60 + 1|})]) } },"),
        "private const int Minutes = 15;");
}

public sealed class Zoo3112NoAlerts : IdentityCase
{
    public override Rule Rule => IdentityRules.Monitoring;

    public override Text Broken => Under(Parts.Boundary(logs: "Logs = { {|#0:new LogRoute(\"soc\", \"logs.soc.example\")|} },"));

    public override string Message => Hipaa + "164.308(a)(5)(ii)(C) (Log-in monitoring): nobody hears of suspicious sign-ins. Set SignInAlertsTo on a route of sign-ins";

    public override Text Clean => Under(Parts.Boundary());

    public override Text NearMiss => Under(Parts.Boundary(logs: "Logs = { new LogRoute(\"archive\", \"logs.soc.example\"), new LogRoute(\"soc\", \"logs.soc.example\") { SignInAlertsTo = \"soc@acme.example\" } },"));

    public override Text Roundabout => Under(
        Parts.Boundary(logs: "Logs = { {|#0:Archive with { SignInAlertsTo = People.Nobody }|} },"),
        "private static LogRoute Archive => new(\"soc\", \"logs.soc.example\");",
        other: "public static class People { public const string Nobody = \" \"; }");
}

public sealed class Zoo3120BriefLogs : IdentityCase
{
    public override Rule Rule => IdentityRules.PciDss;

    public override Text Broken => Under(Parts.Boundary(logs: "Logs = { new LogRoute(\"soc\", \"logs.soc.example\") { RetentionDays = {|#0:364|} } },"), regime: Parts.PciDss);

    public override string Message =>
        "Acme Corp is under PCI DSS (clause MSA 8), and the identity boundary 'corp' does not meet 10.5.1 (Audit log history): sign-ins and directory changes are forwarded to no collector that keeps them for 365 days or more. The route 'soc' has them kept for 364";

    public override Text Clean => Under(Parts.Boundary(), regime: Parts.PciDss);

    public override Text NearMiss => Under(Parts.Boundary(logs: "Logs = { new LogRoute(\"soc\", \"logs.soc.example\") { RetentionDays = 365 } },", emergency: ""), regime: Parts.PciDss);

    public override Text Roundabout => Under(
        Parts.Boundary(logs: "Logs = { new LogRoute(\"soc\", \"logs.soc.example\") { RetentionDays = {|#0:Days.Kept|} } },"), elsewhere: "static class Days { public static readonly int Kept = 52 * 7; }", regime: Parts.PciDss);
}

public sealed class Zoo3130TrustedNetwork : IdentityCase
{
    public override Rule Rule => IdentityRules.Nist;

    public override Text Broken => Under(Parts.Boundary(mfa: "Mfa = { new MfaRule(\"apps\") { Access = AccessKind.Applications, ExcludedNetworks = {|#0:new([\"10.0.0.0/8\"])|} }, new MfaRule(\"everybody\") },"), regime: Parts.Nist);

    public override string Message =>
        "Acme Corp is under NIST 800-53 tier 2, and the identity boundary 'corp' does not meet IA-2(2) (MFA to non-privileged accounts): the MFA rule 'apps' asks for no second factor from '10.0.0.0/8'. A network is no second factor; remove the exclusion";

    public override Text Clean => Under(Parts.Boundary(), regime: Parts.Nist);

    public override Text NearMiss => Under(Parts.Boundary(mfa: "Mfa = { new MfaRule(\"apps\") { Access = AccessKind.Applications, ExcludedNetworks = new([]) }, new MfaRule(\"everybody\") },"), regime: Parts.Nist);

    public override Text Roundabout => Under(
        Parts.Boundary(mfa: "Mfa = { new MfaRule(\"apps\") { Access = AccessKind.Applications, ExcludedNetworks = {|#0:new(Office)|} }, new MfaRule(\"everybody\") },"),
        "private static readonly string[] Office = [\"10.0.0.0/8\"];",
        regime: Parts.Nist);
}
