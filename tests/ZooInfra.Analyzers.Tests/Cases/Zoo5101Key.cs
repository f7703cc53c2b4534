using ZooInfra.Contracts;

namespace ZooInfra.Analyzers.Tests.Cases;

public sealed class Zoo5101KeyInCode : RuleCase
{
    // Thirty-two octets, not anybody's key.
    private const string Octets = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";
    private const string Tunnel = "sealed class Tunnel : ComponentResource { public Tunnel(string name, string publicKey, string presharedKey) : base(\"acme:net:Tunnel\", name) { } }";

    public override Rule Rule => KeyExposed.Rule;

    public override Text Broken => new() { Constructor = $"_ = new Tunnel(\"t\", \"x\", {{|#0:\"{Octets}\"|}});", Elsewhere = Tunnel };

    public override string Message => "A private key stands in the code, where everybody who reads it has it; make another key, and give this one by configuration (pulumi config set --secret)";

    public override Text Clean => new() { Constructor = "_ = new Tunnel(\"t\", \"x\", new Config().Require(\"tunnelKey\"));", Elsewhere = Tunnel };

    public override Text NearMiss => new() { Constructor = $"_ = new Tunnel(\"t\", \"{Octets}\", \"see the vault\");", Elsewhere = Tunnel };

    public override Text Roundabout => new() { Constructor = "_ = new Tunnel(\"t\", presharedKey: {|#0:Keys.Tunnel|}, publicKey: \"x\");", Elsewhere = Tunnel, OtherAssembly = $"public static class Keys {{ public const string Tunnel = \"{Octets}\"; }}" };
}

public sealed class Zoo5101TooLong : RuleCase
{
    public override Rule Rule => KeyExposed.Rule;

    public override Text Broken => new() { Constructor = Parts.Vpn(Parts.Peer(until: "{|#0:\"2027-11-24\"|}")) };

    public override string Message => "The key of the VPN peer of Ana Ruiz on laptop is good until 2027-11-24, 366 days from 2026-11-23; at most 365 are allowed, so let it end by 2027-11-23";

    public override Text Clean => new() { Constructor = Parts.Vpn(Parts.Peer(until: "\"2027-03-31\"")) };

    public override Text NearMiss => new() { Constructor = Parts.Vpn(Parts.Peer(until: "\"2027-11-24T00:00:00Z\"")) };

    public override Text Roundabout => new() { Constructor = Parts.Vpn(Parts.Peer(until: "{|#0:Contract2027.End|}")), Elsewhere = "static class Contract2027 { public const string End = \"2027-11-24\"; }" };
}
