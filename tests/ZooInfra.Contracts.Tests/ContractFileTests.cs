using CsCheck;

namespace ZooInfra.Contracts.Tests;

public sealed class ContractFileTests
{
    private const string BigGov = """
        client: BigGov
        sla:
          availability: 99.99
        billing_model: static_mrr_plus_usage
        patch_window:
          days: [Mon, Wed]
          hours: [02:00–04:00 UTC]
        """;

    private const string Full = """
        client: Org X
        sla:
          availability: 99.9
          response: 5m
          recovery: PT4H
          patch_windows: excluded
          clause: "MSA 4.2"
        billing_model: per-seat
        patch_window:
          - days: [Mon]
            hours:
              - 02:00-04:00 UTC
              - 22:00-23:00 UTC
            max_downtime: 10m
          - days: [Sun]
            hours: [01:00-03:00]
            zone: Europe/Berlin
        regimes:
          - name: hipaa
            tier: 2
            clause: BAA 1
        cards:
          - title: Move the mail
            scope: [mail, dns]
            acceptance: [mail arrives]
            max_downtime: 30m
            sandbox_test: true
            contract: SOW 7
        """;

    [Fact]
    public void The_form_that_clients_sign_is_read_with_its_en_dash()
    {
        var file = ContractFile.Parse("contracts/biggov.contract.yaml", BigGov);

        Assert.Empty(file.Problems);
        Assert.Equal(
            new TenantFacts
            {
                Id = "biggov",
                Name = "BigGov",
                Availability = "99.99",
                BillingModel = "static_mrr_plus_usage",
                PatchWindows = new([new(new(["Mon", "Wed"]), "02:00–04:00 UTC", null, null)]),
            },
            file.Facts);
        var (contract, problems) = ContractReader.Read(file.Facts!);
        Assert.Empty(problems);
        Assert.Equal("Mon, Wed 02:00-04:00 UTC", contract!.PatchWindows[0].ToString());
        Assert.Equal(999_900, contract.Sla!.Availability!.Value.PartsPerMillion);
    }

    [Fact]
    public void Every_key_is_read()
    {
        var facts = ContractFile.Parse("org_x.contract.yaml", Full).Facts;

        Assert.Equal(
            new TenantFacts
            {
                Id = "org_x",
                Name = "Org X",
                Availability = "99.9",
                Response = "5m",
                Recovery = "PT4H",
                WindowAccounting = "excluded",
                SlaClause = "MSA 4.2",
                BillingModel = "per-seat",
                PatchWindows = new([
                    new(new(["Mon"]), "02:00-04:00 UTC", null, "10m"),
                    new(new(["Mon"]), "22:00-23:00 UTC", null, "10m"),
                    new(new(["Sun"]), "01:00-03:00", "Europe/Berlin", null)]),
                Regimes = new([new("hipaa", 2, "BAA 1")]),
                Cards = new([new("Move the mail", new(["mail", "dns"]), new(["mail arrives"]), "30m", true, "SOW 7")]),
            },
            facts);
        Assert.Empty(ContractReader.Read(facts!).Problems);
    }

    [Theory]
    [InlineData(FactPath.Client, "Org X")]
    [InlineData(FactPath.Name, "Org X")]
    [InlineData(FactPath.Availability, "99.9")]
    [InlineData(FactPath.SlaClause, "\"MSA 4.2\"")]
    [InlineData(FactPath.BillingModel, "per-seat")]
    [InlineData(FactPath.PatchWindows, "patch_window")]
    [InlineData("patch_window[1].hours", "22:00-23:00 UTC")]
    [InlineData("patch_window[1].max_downtime", "10m")]
    [InlineData("patch_window[2].zone", "Europe/Berlin")]
    [InlineData("patch_window[0].zone", "patch_window")]
    [InlineData("regimes[0].tier", "2")]
    [InlineData("cards[0].max_downtime", "30m")]
    public void A_fact_is_found_where_it_stands(string path, string written)
    {
        var place = ContractFile.Parse("org_x.contract.yaml", Full).Locate(path)!.Value;

        Assert.Equal(written, Full.Substring(place.Start, place.Length));
        Assert.Equal(Full[..place.Start].Count(c => c == '\n') + 1, place.Line);
        Assert.Equal(place.Start - Full.LastIndexOf('\n', place.Start), place.Column);
    }

    [Fact]
    public void A_fact_that_is_not_stated_is_found_nowhere()
        => Assert.Null(ContractFile.Parse("biggov.contract.yaml", "client: BigGov").Locate(FactPath.BillingModel));

    [Fact]
    public void Places_are_right_in_a_file_with_carriage_returns()
    {
        var text = BigGov.ReplaceLineEndings("\r\n");
        var place = ContractFile.Parse("biggov.contract.yaml", text).Locate(FactPath.BillingModel)!.Value;

        Assert.Equal("static_mrr_plus_usage", text.Substring(place.Start, place.Length));
        Assert.Equal((4, 16), (place.Line, place.Column));
    }

    [Fact]
    public void A_file_that_is_no_map_is_told_every_key()
    {
        var problem = Assert.Single(ContractFile.Parse("a.contract.yaml", "- client: A\n").Problems);

        Assert.StartsWith("A contract file is a map with the keys client, sla, billing_model, patch_window, regimes, cards, ", problem.Message, StringComparison.Ordinal);
        Assert.All(FactLists.All, list => Assert.Contains(list.Key, problem.Message, StringComparison.Ordinal));
        Assert.Equal((1, 1), (problem.Line, problem.Column));
    }

    [Theory]
    [InlineData("", 1, 1, "ZOO9010", "The contract file is empty; it starts with client: NAME")]
    [InlineData("# nothing\n", 2, 1, "ZOO9010", "The contract file is empty; it starts with client: NAME")]
    [InlineData("sla:\n  availability: 99.9\n", 1, 1, "ZOO9010", "A contract file names its client; start it with client: NAME")]
    [InlineData("client: A\nclient: B\n", 2, 1, "ZOO9010", "Key 'client' is here a second time, first in line 1; keep one")]
    [InlineData("client: A\nslaa: {}\n", 2, 1, "ZOO9011", "A contract file has no key 'slaa'; did you mean 'sla'?")]
    [InlineData("client: A\nsla:\n  Availabilty: 1\n", 3, 3, "ZOO9011", "'sla' has no key 'Availabilty'; did you mean 'availability'?")]
    [InlineData("client: A\npatch_window:\n  days: [Mon]\n  hours: [1]\n  hour: 2\n", 5, 3, "ZOO9011", "'patch_window' has no key 'hour'; did you mean 'hours'?")]
    [InlineData("client: A\nregimes:\n  - name: hipaa\n    teir: 1\n", 4, 5, "ZOO9011", "'regimes[0]' has no key 'teir'; did you mean 'tier'?")]
    [InlineData("client: A\nsla: 99.9\n", 2, 6, "ZOO9010", "'sla' is a map with the keys availability, response, recovery, patch_windows, clause, effective")]
    [InlineData("client: A\nsla:\n", 2, 1, "ZOO9010", "'sla' is a map with the keys availability, response, recovery, patch_windows, clause, effective")]
    [InlineData("client: A\nsla:\n  availability:\n", 3, 3, "ZOO9010", "'availability' has no value; write one or remove the key")]
    [InlineData("client: [A]\n", 1, 9, "ZOO9010", "'client' is one value, not a list")]
    [InlineData("client: A\npatch_window:\n  days: Mon\n  hours: [02:00-04:00 UTC]\n", 3, 9, "ZOO9010", "'days' is a list of words; write days: [Mon, Wed]")]
    [InlineData("client: A\npatch_window:\n  days: [Mon]\n", 2, 1, "ZOO9010", "A patch window has no 'hours'; add hours: [02:00-04:00 UTC]")]
    [InlineData("client: A\npatch_window: Mon\n", 2, 15, "ZOO9010", "'patch_window' is a list of maps or one map, each with days, hours, zone, max_downtime")]
    [InlineData("client: A\nregimes: [hipaa]\n", 2, 11, "ZOO9010", "'regimes[0]' is a map with the keys name, tier, clause")]
    [InlineData("client: A\nregimes:\n  - tier: 1\n", 3, 5, "ZOO9010", "A regime has no 'name'; add name: to it")]
    [InlineData("client: A\nregimes:\n  - name: hipaa\n    tier: two\n", 4, 11, "ZOO1009", "Tier 'two' is not a whole number; tiers start at 1")]
    [InlineData("client: A\ncards:\n  - title: T\n    sandbox_test: maybe\n", 4, 19, "ZOO1009", "'maybe' does not say whether a sandbox test is needed; write true or false")]
    [InlineData("client: &a A\nbilling_model: *a\n", 1, 9, "ZOO9010", "A contract says each thing once and in full; remove the anchor &a")]
    [InlineData("client: *a\n", 1, 9, "ZOO9010", "A contract says each thing once and in full; write the value in place of *a")]
    [InlineData("client: !!str A\n", 1, 9, "ZOO9010", "Everything in a contract is text; remove the tag tag:yaml.org,2002:str")]
    [InlineData("client: A\n---\nclient: B\n", 2, 1, "ZOO9010", "A contract file is one document; put a second contract into a file of its own")]
    [InlineData("? [a]\n: b\n", 1, 3, "ZOO9010", "A key is a word, not a list or a map")]
    public void A_file_without_the_form_of_a_contract_is_named_with_its_place(string text, int line, int column, string rule, string message)
    {
        var file = ContractFile.Parse("a.contract.yaml", text);

        var problem = Assert.Single(file.Problems);
        Assert.Equal((rule, message, line, column), (problem.RuleId, problem.Message, problem.Line, problem.Column));
        Assert.Null(file.Facts);
    }

    [Theory]
    [InlineData("client: A\nsla: [\n", 3)]
    [InlineData("client: \"A\n", 1)]
    [InlineData("client: A\n\tsla: b\n", 1)]
    [InlineData("client: A\n  sla: b\n", 2)]
    public void Text_that_is_no_yaml_is_named_with_its_line(string text, int line)
    {
        var problem = Assert.Single(ContractFile.Parse("a.contract.yaml", text).Problems);

        Assert.Equal("ZOO9010", problem.RuleId);
        Assert.StartsWith("This is not readable YAML: ", problem.Message, StringComparison.Ordinal);
        Assert.True(problem.Line == line, problem.ToString());
    }

    [Fact]
    public void Deep_nesting_is_refused()
    {
        var problem = Assert.Single(ContractFile.Parse("a.contract.yaml", "client: " + new string('[', 5000)).Problems);

        Assert.Equal("No contract is nested this deep; see the form in the documentation of contract files", problem.Message);
    }

    [Theory]
    [InlineData("billing_model: no", "no")]
    [InlineData("billing_model: 1:30", "1:30")]
    [InlineData("billing_model: 010", "010")]
    [InlineData("billing_model: ~", "~")]
    [InlineData("billing_model: 2026-01-01", "2026-01-01")]
    public void Every_scalar_stays_text(string line, string expected)
        => Assert.Equal(expected, ContractFile.Parse("a.contract.yaml", "client: A\n" + line).Facts!.BillingModel);

    [Theory]
    [InlineData("contracts/biggov.contract.yaml", "biggov")]
    [InlineData(@"c:\x\Big.Gov.contract.yaml", "Big.Gov")]
    [InlineData("A.CONTRACT.YAML", "A")]
    public void The_file_name_is_the_client_id(string path, string id)
    {
        Assert.True(ContractFile.IsContractFile(path));
        Assert.Equal(id, ContractFile.IdOf(path));
    }

    [Theory]
    [InlineData(".contract.yaml")]
    [InlineData("x/contract.yaml")]
    [InlineData("a.yaml")]
    public void Other_files_are_no_contracts(string path) => Assert.False(ContractFile.IsContractFile(path));

    [Fact]
    public void What_is_written_is_read_back()
        => ContractText.Facts.Sample(facts =>
        {
            var file = ContractFile.Parse(facts.Id + ".contract.yaml", ContractText.Write(facts));

            Assert.Empty(file.Problems);
            Assert.Equal(facts, file.Facts);
        });

    [Fact]
    public void No_text_makes_the_reader_throw()
    {
        const string alphabet = "client: sla:\n  - [] {} & * ! | > ' \" % @ ` # ? , -- --- ... \t\r\u0085\u2028\uFEFF\0é\U0001F40Eab01–availability patch_window days hours regimes";
        Gen.Char[alphabet].Array[0, 60].Select(chars => new string(chars)).Sample(text => NeverThrows(text), iter: 20_000);
        Gen.Select(Gen.Int[0, Full.Length], Gen.Int[0, 20], Gen.Char[alphabet].Array[0, 8])
            .Sample((at, cut, chars) => NeverThrows(Full[..at] + new string(chars) + Full[Math.Min(Full.Length, at + cut)..]), iter: 20_000);
        for (var length = 0; length <= Full.Length; length++)
        {
            NeverThrows(Full[..length]);
        }
    }

    private static void NeverThrows(string text)
    {
        var file = ContractFile.Parse("a.contract.yaml", text);

        Assert.Equal(file.Facts is null, file.Problems.Count > 0);
        foreach (var problem in file.Problems)
        {
            Assert.True(problem.Line >= 1 && problem.Column >= 1 && problem.Position.Length >= 0, problem.ToString());
            Assert.InRange(problem.Position.Start, 0, text.Length);
        }

        if (file.Facts is { } facts)
        {
            ContractReader.Read(facts);
        }
    }
}
