using CsCheck;
using ZooInfra.Protocol;
using ZooInfra.Provider;
using ZooInfra.Provider.Backends.Files;
using static ZooInfra.Lab.Tests.Identity.LiveDirectory;

namespace ZooInfra.Lab.Tests.Identity;

/// <summary>What the files backend writes is loaded by a real server, and means the same there.</summary>
public sealed class LdifLoadTests
{
    private const int Rounds = 25;
    private const string Alphabet = "aZ9 ,+\"\\<>;=#:äß\u4e16\u00a0-._/*()&|!\u200b";

    private static readonly Gen<string> HostileName =
        from letters in Gen.Int[0, Alphabet.Length - 1].Array[1, 24]
        let text = string.Concat(letters.Select(i => Alphabet[i])).Trim()
        select string.Join(' ', text.Split(' ', StringSplitOptions.RemoveEmptyEntries)) is { Length: > 0 } name ? name : "x";

    private static readonly Gen<string> HostileText = Gen.OneOf(
        Gen.String[1, 200].Select(text => new string([.. text.Where(character => character is not '\0' && !char.IsSurrogate(character))])),
        Gen.Const("\n\ndn: cn=evil,dc=acme,dc=example\nobjectClass: person"),
        Gen.Const("x\r\nmember: uid=jane"),
        Gen.Const("< file:///etc/shadow"),
        Gen.Const(": AAAA"),
        Gen.Const(" leading and trailing "));

    private static readonly Gen<(string Name, int Parent, string Text, bool IsGroup)[]> Trees = Gen.Select(HostileName, Gen.Int[0, 100], HostileText, Gen.Bool).Array[1, 12];

    [SlapdFact]
    public async Task Hostile_trees_are_loaded_by_slapadd_as_they_were_meant()
    {
        for (var round = 0; round < Rounds; round++)
        {
            await LoadsAsync(Trees.Single());
        }
    }

    [SlapdFact]
    public async Task Password_policies_are_loaded_by_slapadd()
    {
        await InFolderAsync(async (folder, provider) =>
        {
            await provider.MakeAsync(PasswordPolicy, PropertyMap.Empty.With("base", PropertyValue.Of(Slapd.Base)).With("name", PropertyValue.Of("staff")));
            Assert.Contains("pwdMinLength: 14", await LoadAndShowAsync(folder), StringComparison.Ordinal);
        });
    }

    private static Task LoadsAsync((string Name, int Parent, string Text, bool IsGroup)[] tree) => InFolderAsync(async (folder, provider) =>
    {
        var units = new List<string> { Slapd.Base };
        var made = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (name, parent, text, isGroup) in tree)
        {
            var place = units[parent % units.Count];
            var inputs = UnitInputs(name, place);
            inputs = text.Length > 0 ? inputs.With("description", PropertyValue.Of(text)) : inputs;
            var type = isGroup ? Group : Unit;
            inputs = isGroup ? inputs.With("members", Texts(units.Count > 1 ? [units[^1]] : [])) : inputs;
            var check = await provider.CheckAsync(new(Urn(type), PropertyMap.Empty, inputs), default);
            if (check.Failures.IsEmpty && made.Add($"{isGroup}{name.ToLowerInvariant()}{place}"))
            {
                var result = await provider.CreateAsync(new(Urn(type), check.Inputs, Preview: false), default);
                Assert.Equal(result.Outputs, (await provider.ReadAsync(type, result))!.Outputs);
                if (!isGroup)
                {
                    units.Add(result.Text("dn"));
                }
            }
        }

        if (!File.Exists(LdifPath(folder)))
        {
            return;
        }

        var shown = LdifReader.Read(await LoadAndShowAsync(folder)).ToDictionary(entry => entry.Dn);
        var written = LdifReader.Read(await File.ReadAllTextAsync(LdifPath(folder)));
        Assert.Equal(written.Count + 1, shown.Count);
        foreach (var entry in written)
        {
            foreach (var (attribute, values) in entry.Attributes.Where(pair => pair.Key != "objectClass"))
            {
                Assert.Equal(values.Select(Key).Order(StringComparer.Ordinal), shown[entry.Dn][attribute].Select(Key).Order(StringComparer.Ordinal));
                string Key(string value) => attribute == "member" ? ZooInfra.Provider.Identity.DistinguishedName.KeyOf(value) : value;
            }
        }
    });

    private static async Task InFolderAsync(Func<string, ZooProvider, Task> test)
    {
        var folder = Directory.CreateTempSubdirectory("zoo-ldif-").FullName;
        try
        {
            await test(folder, await ProviderAsync(PropertyMap.Empty.With("out", PropertyValue.Of(Path.Combine(folder, "out")))));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string LdifPath(string folder) => Path.Combine(folder, "out", "acme_corp", "identity", "directory.ldif");

    private static async Task<string> LoadAndShowAsync(string folder)
    {
        var config = Path.Combine(folder, "slapd.conf");
        await File.WriteAllTextAsync(config, SlapdConfig.Text(Directory.CreateDirectory(Path.Combine(folder, "db")).FullName, Slapd.Base) + "overlay ppolicy\n");
        await RunAsync("slapadd", ["-f", config], $"dn: {Slapd.Base}\nobjectClass: dcObject\nobjectClass: organization\no: Acme\ndc: acme\n");
        await RunAsync("slapadd", ["-u", "-f", config, "-l", LdifPath(folder)], "");
        await RunAsync("slapadd", ["-f", config, "-l", LdifPath(folder)], "");
        return await RunAsync("slapcat", ["-f", config, "-o", "ldif-wrap=no"], "");
    }

    private static async Task<string> RunAsync(string tool, string[] arguments, string input)
    {
        var (exitCode, said) = await SlapdTools.RunAsync(tool, arguments, input);
        Assert.True(exitCode == 0, $"{tool}: {said}");
        return said;
    }
}
