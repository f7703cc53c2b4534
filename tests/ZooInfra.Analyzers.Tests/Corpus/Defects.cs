namespace ZooInfra.Analyzers.Tests.Corpus;

/// <summary>The seeded defects: what an engineer in a hurry does to a right client.</summary>
internal static class Defects
{
    public static IReadOnlyList<Defect> All { get; } =
    [
        // Promises
        new("ZOO1001", "40-space_startup.cs", "\"12:00-12:30\", Zone = \"UTC\", MaxDowntime = \"10m\"", "\"12:00-16:00\", Zone = \"UTC\"", On: "[Sla("),
        new("ZOO1002", "07-north_star_logistics.cs", "[Signal(Promised.Response, \"ticket desk\")]\n", "", On: "[Sla("),
        new("ZOO1003", "22-shared_edge.cs", "\"Sun\", \"07:00-10:00\"", "\"Mon\", \"07:00-10:00\"", On: "SharedWith"),
        new("ZOO1004", "40-space_startup.cs", "[Dependency(\"cloud\", Availability = 99.95)]", "[Dependency(\"cloud\", Availability = 99.4)]", On: "[Sla("),
        new("ZOO1005", "39-game_arcade.facts.cs", "\"08:00-10:00\"", "\"08:00–10:00\"", On: "Facts.Hours", In: "39-game_arcade.cs"),
        new("ZOO1006", "10-harbor_credit_union.cs", "Interval = \"1m\"", "Interval = \"1h\""),
        new("ZOO1007", "06-hops_and_barley.cs", "AgentInterval = \"15m\"", "AgentInterval = \"2h\""),
        new("ZOO1008", "10-harbor_credit_union.cs", "PatchWindows = WindowAccounting.Excluded, ", "", On: "[Sla("),
        new("ZOO1009", "40-space_startup.cs", "Response = \"15m\"", "Response = \"a quarter of an hour\""),
        new("ZOO1010", "31-insurance_broker.cs", "\"05:00-08:00\"", "\"01:30-08:00\""),
        new("ZOO1011", "01-dental_clinic.cs", "\"Tue\", \"21:00-23:00\", Zone = \"America/Chicago\"", "\"Tue\", \"02:00-04:00\", Zone = \"UTC\""),
        new("ZOO1012", "40-space_startup.cs", "SlaVersion(\"2027-06-01\"", "SlaVersion(\"2026-06-01\""),

        // Assets
        new("ZOO2001", "06-hops_and_barley.cs", "Criticality = Criticality.Medium, Groups = [\"plant\"]", "Criticality = Criticality.Medium, Groups = [\"retail\"]", On: "Targets = [\"retail\"]"),
        new("ZOO2002", "15-valley_water.cs", "Owner = \"Finance\", ", ""),
        new("ZOO2003", "06-hops_and_barley.cs", "Owner = \"Brewmaster\", Criticality = Criticality.Low, Ownership = Ownership.Rumoured, SearchUntil = \"2027-02-28\"", "Criticality = Criticality.Low, Ownership = Ownership.Rumoured, SearchUntil = \"2026-02-28\""),
        new("ZOO2004", "06-hops_and_barley.cs", "Targets = [\"plant\"]", "Targets = [\"plant\", \"gateway of the landlord\"]"),
        new("ZOO2005", "15-valley_water.cs", "SupportEnds = \"2031-01-01\"", "SupportEnds = \"2026-06-30\""),
        new("ZOO2006", "25-university_lab.contract.yaml", "targets: [pcs]", "targets: [pc]"),

        // Exceptions and regimes
        new("ZOO3001", "21-ski_resort.cs", "[Person(\"Lena Frei\")]", "[Waiver(\"ZOO5103\", Reason = \"Season\", ApprovedBy = \"Reto Frei\", Until = \"2027-03-01\", Clause = \"MSA 3\")]\n[Person(\"Lena Frei\")]"),
        new("ZOO3002", "28-opera_house.cs", "SearchUntil = \"2026-10-31\"", "SearchUntil = \"2027-10-31\"", On: "[Waiver("),
        new("ZOO3003", "02-law_firm.cs", "    public HaldaneLowe()\n", "#pragma warning disable ZOO5103 // Partners travel.\n    public HaldaneLowe()\n"),
        new("ZOO3101", "01-dental_clinic.cs", "MinimumLength = 12", "MinimumLength = 8"),
        new("ZOO3102", "38-nursing_home.cs", "{ RetentionDays = 6 * 365,", "{ Protocol = LogProtocol.SyslogTcp, RetentionDays = 6 * 365,"),
        new("ZOO3103", "01-dental_clinic.cs", "new(\"p.soto\", \"uid=p.soto,ou=people,dc=brightsmiles,dc=example\", \"Pia Soto\")", "new(\"front.desk\", \"uid=front.desk,ou=people,dc=brightsmiles,dc=example\", null)"),
        new("ZOO3104", "05-mercy_hospital.cs", "\"Runbook 3: break the glass\"", "\"\""),
        new("ZOO3105", "38-nursing_home.contract.yaml", "  - kind: encryption_at_rest\n    decision: Thin clients only, risk analysis 2026 item 2\n", "", On: "[Regime(", In: "38-nursing_home.cs"),
        new("ZOO3106", "13-corner_pharmacy.contract.yaml", "    document: BAA 4\n", "", On: "business_associate_contract"),
        new("ZOO3107", "05-mercy_hospital.cs", "[Safeguard(SafeguardKind.DisasterRecovery, Document = \"Continuity plan 2026\")]\n", "", On: "[Regime("),
        new("ZOO3108", "38-nursing_home.cs", "KeepDays = 7 * 366", "KeepDays = 5 * 366"),
        new("ZOO3109", "05-mercy_hospital.cs", "Every = \"12h\"", "Every = \"3d\""),
        new("ZOO3110", "08-grand_hotel.cs", "Verified = \"2026-10-05\"", "Verified = \"2026-03-05\""),
        new("ZOO3111", "05-mercy_hospital.cs", "InactivityLock(300)", "InactivityLock(3000)"),
        new("ZOO3112", "05-mercy_hospital.cs", ", SignInAlertsTo = \"secops@mercy.example\" }", " }"),
        new("ZOO3120", "08-grand_hotel.cs", "History = 4", "History = 2"),
        new("ZOO3130", "04-cedar_county.cs", "FifteenMinutes = 15 * 60", "FifteenMinutes = 30 * 60", On: "InactivityLock("),
        new("ZOO3201", "10-harbor_credit_union.cs", "DeleteLogsAfterDays = 1095", "DeleteLogsAfterDays = 400"),
        new("ZOO3202", "10-harbor_credit_union.cs", "Every = \"14d\"", "Every = \"28d\""),

        // DNS
        new("ZOO4001", "10-harbor_credit_union.cs", "Ttl = 60", "Ttl = 7200"),
        new("ZOO4101", "23-newspaper.cs", "NestedLookups: 4", "NestedLookups: 9", On: "DnsRecord.Spf("),
        new("ZOO4101", "09-food_bank.cs", "DnsRecord.Spf(\"@\", ", "DnsRecord.Txt(\"@\", \"v=spf1 mx -all\"),\n                DnsRecord.Spf(\"@\", ", On: "DnsRecord.Spf("),
        new("ZOO4102", "26-ad_agency.cs", "DnsRecord.Cname(\"www\"", "DnsRecord.Cname(\"@\""),
        new("ZOO4103", "03-riverside_schools.cs", "\"portal.\" + District", "\"portals.\" + District"),
        new("ZOO4103", "11-city_museum.cs", "389, \"dc1.\" + Name", "389, \"dc2.\" + Name"),
        new("ZOO4104", "35-orchestra.cs", "DnsRecord.A(\"*.rehearsal\"", "DnsRecord.Txt(\"gala.season\", \"5 June\"),\n                DnsRecord.A(\"*.rehearsal\""),
        new("ZOO4105", "23-newspaper.cs", "Until = \"2026-12-05\"", "Until = \"2027-12-05\""),

        // Networks and VPN
        new("ZOO5001", "22-shared_edge.cs", "                FirewallNatArgs.OneToOne(\"notary-apart\", zone: \"notary\", network: \"192.168.1.0/24\", seenAs: \"10.201.1.0/24\"),\n", "", On: "Name = \"notary\""),
        new("ZOO5002", "36-car_dealer.cs", "\"10.150.0.0/24\", \"10.151.0.0/16\"", "\"10.150.0.0/24\", \"10.161.0.0/16\""),
        new("ZOO5002", "24-fishing_fleet.cs", "Routes = { \"10.141.0.0/24\" }", "Routes = { \"10.141.0.0/24\", \"0.0.0.0/0\" }"),
        new("ZOO5101", "02-law_firm.cs", "Until = \"2027-01-31\"", "Until = \"2029-01-31\""),
        new("ZOO5102", "02-law_firm.cs", "Laptop(\"Tobias Haldane\")", "Laptop(\"Callum Reid\")", On: "VpnPeer Laptop("),
        new("ZOO5103", "02-law_firm.cs", "Until = \"2027-01-31\"", "Until = \"2026-01-31\""),

        // Firewall
        new("ZOO6001", "30-botanic_garden.cs", "Services = [\"https\", \"dns\", \"imaps\", \"submission\"]", "Services = [\"any\"]"),
        new("ZOO6002", "03-riverside_schools.cs", "Name = \"guests-to-web\", From = [\"guests\"]", "Name = \"guests-to-web\", From = [\"staff\"]"),
        new("ZOO6003", "30-botanic_garden.cs", "Log = true, ", ""),
        new("ZOO6003", "22-shared_edge.cs", "Log = true, ", ""),
        new("ZOO6004", "22-shared_edge.cs", "Expires = new(2027, 3, 1)", "Expires = new(2026, 9, 1)"),
        new("ZOO6004", "19-toy_maker.cs", "Created = new(2026, 1, 7), PermanentApprover = \"COO\"", "Created = new(2026, 1, 7)", On: "FirewallRuleArgs Web("),
        new("ZOO6005", "30-botanic_garden.cs", "From = [\"sensors\"], To = [\"internet\"], Services", "From = [\"office\"], To = [\"internet\"], Destinations = { \"0.0.0.0/0\" }, Services"),

        // Cards
        new("ZOO7001", "17-city_transit.cs", "MaxDowntime = \"90m\"", "MaxDowntime = \"3h\""),
        new("ZOO7002", "17-city_transit.cs", "\"Sun 01:30-04:00 UTC\"", "\"Sun 03:30-05:00 UTC\""),
        new("ZOO7003", "17-city_transit.cs", "    Sandbox = \"transit-lab\",\n", "", On: "SandboxTest"),
        new("ZOO7004", "17-city_transit.cs", "Tests = [\"Ticketing.Gate_opens\", \"Ticketing.Refund_is_booked\"]", "Tests = [\"Ticketing.Gate_opens\"]"),
        new("ZOO7005", "25-university_lab.contract.yaml", "deadline: 2027-06-30", "deadline: 2026-06-30"),
        new("ZOO7006", "17-city_transit.cs", "Contract = \"MSA 7.3\", ", ""),

        // Runbooks
        new("ZOO8001", "12-radio_wave.cs", "Rehearsed = \"2026-10-30\"", "Rehearsed = \"2026-05-30\""),
        new("ZOO8002", "17-city_transit.cs", "Takes = \"40m\"", "Takes = \"4h\""),
        new("ZOO8003", "12-radio_wave.cs", ", Undo = \"stop the spare\"", ""),
        new("ZOO8004", "04-cedar_county.cs", ", ApprovedBy = \"Dana Whitfield\"", ""),
        new("ZOO8005", "17-city_transit.cs", "\"Roll back ticketing\", \"read the error rate\"", "\"Rollback ticketing\", \"read the error rate\""),

        // Authoring
        new("ZOO9001", "29-call_center.contract.yaml", "below: 99.9\n", "below: 99.5\n"),
        new("ZOO9002", "18-solar_coop.cs", "[Meter(\"inverters\", Source = \"gateway inventory\")]\n", "", On: "[Billing("),
        new("ZOO9010", "03-riverside_schools.contract.yaml", "days: [Sat]", "days: [Sat"),
        new("ZOO9011", "03-riverside_schools.contract.yaml", "billing_model:", "biling_model:"),
        new("ZOO9012", "09-food_bank.cs", "\"food_bank\"", "\"food bank\""),
        new("ZOO9013", "36-car_dealer.cs", "\"dealer_west\"", "\"dealer_east\""),
        new("ZOO9014", "25-university_lab.contract.yaml", "client: Institute of Optics", "client: Institute of Optic", On: "[Tenant(", In: "25-university_lab.cs"),
        new("ZOO9015", "25-university_lab.cs", "\"university_lab\"", "\"university_labs\"", On: "client:", In: "25-university_lab.contract.yaml"),
        new("ZOO9016", "16-veterinary_clinic.cs", "public sealed partial class PawsNorth()", "public sealed class PawsNorth()"),
        new("ZOO9017", "40-space_startup.cs", "[ContractEndpoint(\"ground_stations\")]", "[ContractEndpoint(\"groundStations\")]"),
    ];
}
