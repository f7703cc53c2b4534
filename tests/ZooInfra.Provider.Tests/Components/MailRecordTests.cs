using System.Security.Cryptography;
using Pulumi;
using ZooInfra.Dns;

namespace ZooInfra.Provider.Tests.Components;

public sealed class MailRecordTests
{
    [Fact]
    public void An_SPF_policy_is_written_in_order_and_refuses_others()
    {
        var policy = new SpfPolicy
        {
            Mx = true,
            Networks = ["192.0.2.0/24", "2001:db8::25"],
            Hosts = ["Fax.acme.example"],
            Includes = [new("spf.mail.example.", NestedLookups: 3)],
        };

        Assert.Equal("v=spf1 mx ip4:192.0.2.0/24 ip6:2001:db8::25 a:fax.acme.example include:spf.mail.example -all", policy.ToText());
        Assert.Equal(6, policy.Lookups);
        Assert.Equal("v=spf1 ~all", new SpfPolicy { Others = SpfOthers.SoftFail }.ToText());
    }

    [Fact]
    public void An_SPF_policy_of_more_than_ten_lookups_is_refused()
    {
        Assert.NotEmpty(new SpfPolicy { Mx = true, Includes = [new("a.example", 4), new("b.example", 3)] }.ToText());
        var failure = Assert.Throws<RunException>(() => new SpfPolicy { Mx = true, A = true, Includes = [new("a.example", 4), new("b.example", 3)] }.ToText());
        Assert.StartsWith("The SPF policy needs 11 lookups (7 of them inside includes)", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("192.0.2.1/24")]
    [InlineData("mail")]
    [InlineData("192.0.2.0/24 +all")]
    public void A_wrong_network_is_refused(string network) => Assert.Throws<RunException>(() => new SpfPolicy { Networks = [network] }.ToText());

    [Theory]
    [InlineData("spf")]
    [InlineData("a.example +all")]
    [InlineData("a.example\n")]
    public void A_wrong_include_is_refused(string domain) => Assert.Throws<RunException>(() => new SpfPolicy { Includes = [new(domain)] }.ToText());

    [Fact]
    public void A_DMARC_policy_has_its_tags()
    {
        var policy = new DmarcPolicy(DmarcAction.Reject) { Subdomains = DmarcAction.Quarantine, Reports = ["a@acme.example", "b@dmarc.example"], StrictDkim = true };

        Assert.Equal("v=DMARC1; p=reject; sp=quarantine; rua=mailto:a@acme.example,mailto:b@dmarc.example; adkim=s", policy.ToText());
        Assert.Equal("_dmarc", DnsRecord.Dmarc(policy).Name);
        Assert.Equal("_dmarc.mail", DnsRecord.Dmarc(policy, "mail").Name);
        Assert.Throws<RunException>(() => new DmarcPolicy(DmarcAction.None) { Reports = ["a@acme.example; p=none"] }.ToText());
    }

    [Fact]
    public void A_DKIM_key_is_read_from_PEM_and_judged()
    {
        using var rsa = RSA.Create(2048);
        using var weak = RSA.Create(512);

        Assert.Equal($"v=DKIM1; k=rsa; p={Convert.ToBase64String(rsa.ExportSubjectPublicKeyInfo())}", DkimKey.ToText("s1", rsa.ExportSubjectPublicKeyInfoPem()));
        Assert.StartsWith("v=DKIM1; k=ed25519; p=", DkimKey.ToText("s1", Convert.ToBase64String(new byte[32])), StringComparison.Ordinal);
        Assert.Contains("512 bits", Assert.Throws<RunException>(() => DkimKey.ToText("s1", weak.ExportSubjectPublicKeyInfoPem())).Message, StringComparison.Ordinal);
        Assert.Throws<RunException>(() => DkimKey.ToText("s1", "not a key"));
        Assert.Throws<RunException>(() => DkimKey.ToText("s1", rsa.ExportRSAPrivateKeyPem()));
    }

    [Fact]
    public void Microsoft_365_is_one_set_of_records()
    {
        var records = new Microsoft365 { Domain = "acme.example", Tenant = "acmecorp", Verification = "ms1234", Devices = true, Spf = new() { Mx = true } }.ToRecords();

        Assert.Equal(
            ["@/TXT", "@/MX", "@/TXT", "autodiscover/CNAME", "selector1._domainkey/CNAME", "selector2._domainkey/CNAME", "enterpriseregistration/CNAME", "enterpriseenrollment/CNAME"],
            records.Select(record => $"{record.Name}/{record.Type}"));
        Assert.Throws<RunException>(() => new Microsoft365 { Domain = "acme.example", Tenant = "acme.onmicrosoft.com" }.ToRecords());
    }
}
