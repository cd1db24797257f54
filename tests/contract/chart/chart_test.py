"""What must hold of helm/rezon: it lints, renders, and the rendered objects are safe and consistent."""

import os
import pathlib
import subprocess
import unittest

import yaml

CHART = pathlib.Path(__file__).resolve().parents[3] / "helm" / "rezon"
SERVICES = {"registry", "decisions", "assignments", "reporting"}
COMPONENTS = SERVICES | {"gateway"}
JWKS = "auth.jwksUrl=https://issuer.example/keys"


def helm(*argv):
    return subprocess.run([os.environ["HELM"], *argv], capture_output=True, text=True)


def render(*settings):
    argv = ["template", "try", str(CHART), "--set", JWKS]
    for setting in settings:
        argv += ["--set", setting]
    done = helm(*argv)
    if done.returncode != 0:
        raise AssertionError(done.stderr)
    return [item for item in yaml.safe_load_all(done.stdout) if item]


def component(item):
    return item["metadata"]["labels"]["app.kubernetes.io/component"]


def pod_specs(objects):
    for item in objects:
        if item["kind"] in ("Deployment", "Job"):
            yield item, item["spec"]["template"]["spec"]


class Lint(unittest.TestCase):
    def test_strict(self):
        for settings in ([], ["--set", JWKS], ["--set", JWKS, "--set", "ingress.enabled=true,ingress.host=a.example"]):
            done = helm("lint", "--strict", str(CHART), *settings)
            self.assertEqual(done.returncode, 0, done.stdout + done.stderr)

    def test_schema_refuses_wrong_values(self):
        for wrong in ("components.registry.replicas=0", "components.registry.poolsize=4", "image.pullPolicy=Often",
                      "ingress.enabled=true", "auth.jwksUrl=ftp://x", "unknown=1", "components.extra.replicas=1"):
            with self.subTest(wrong):
                done = helm("template", "try", str(CHART), "--set", JWKS, "--set", wrong)
                self.assertNotEqual(done.returncode, 0)

    def test_the_issuers_keys_are_required(self):
        done = helm("template", "try", str(CHART))
        self.assertNotEqual(done.returncode, 0)
        self.assertIn("auth.jwksUrl", done.stderr)


class Rendered(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.objects = render("telemetry.otlpEndpoint=http://collector:4317")

    def of_kind(self, kind):
        return {component(item): item for item in self.objects if item["kind"] == kind}

    def test_one_of_each_a_component(self):
        for kind in ("Deployment", "Service", "PodDisruptionBudget", "ServiceAccount", "NetworkPolicy"):
            self.assertEqual(set(self.of_kind(kind)), COMPONENTS, kind)
        self.assertEqual(set(self.of_kind("Job")), {f"{name}-migrate" for name in SERVICES})

    def test_pods_run_with_least_rights(self):
        for item, pod in pod_specs(self.objects):
            with self.subTest(item["metadata"]["name"]):
                self.assertFalse(pod["automountServiceAccountToken"])
                self.assertTrue(pod["securityContext"]["runAsNonRoot"])
                self.assertEqual(pod["securityContext"]["seccompProfile"]["type"], "RuntimeDefault")
                for container in pod["containers"]:
                    self.assertTrue(container["securityContext"]["readOnlyRootFilesystem"])
                    self.assertFalse(container["securityContext"]["allowPrivilegeEscalation"])
                    self.assertEqual(container["securityContext"]["capabilities"], {"drop": ["ALL"]})

    def test_probes(self):
        for name, item in self.of_kind("Deployment").items():
            container = item["spec"]["template"]["spec"]["containers"][0]
            for probe in ("startupProbe", "livenessProbe", "readinessProbe"):
                self.assertGreaterEqual(container[probe]["timeoutSeconds"], 2)
            ready = container["readinessProbe"]
            if name in SERVICES:
                self.assertEqual(ready["grpc"]["service"], f"rezon.{name}.v1.{name.title()}Service")
            else:
                self.assertEqual(ready["httpGet"]["path"], "/readyz")

    def test_a_rollout_never_takes_the_last_pod_and_lets_calls_end(self):
        for item in self.of_kind("Deployment").values():
            self.assertEqual(item["spec"]["strategy"]["rollingUpdate"]["maxUnavailable"], 0)
            env = {entry["name"]: entry.get("value") for entry in
                   item["spec"]["template"]["spec"]["containers"][0]["env"]}
            needed = int(env["REZON_DRAIN_SECONDS"]) + int(env["REZON_SHUTDOWN_GRACE_SECONDS"])
            self.assertGreater(item["spec"]["template"]["spec"]["terminationGracePeriodSeconds"], needed)

    def test_selectors_find_their_pods_and_only_them(self):
        for name, deployment in self.of_kind("Deployment").items():
            labels = deployment["spec"]["template"]["metadata"]["labels"]
            for other, service in self.of_kind("Service").items():
                found = service["spec"]["selector"].items() <= labels.items()
                self.assertEqual(found, other == name)
            self.assertEqual(deployment["spec"]["selector"]["matchLabels"],
                             self.of_kind("PodDisruptionBudget")[name]["spec"]["selector"]["matchLabels"])

    def test_services_are_headless_and_targets_name_them(self):
        services = self.of_kind("Service")
        for name in SERVICES:
            self.assertEqual(services[name]["spec"]["clusterIP"], "None")
        known = {service["metadata"]["name"] for service in services.values()}
        env = self.of_kind("Deployment")["gateway"]["spec"]["template"]["spec"]["containers"][0]["env"]
        targets = [entry["value"] for entry in env if entry["name"].endswith("_TARGET")]
        self.assertEqual(len(targets), 4)
        for target in targets:
            self.assertTrue(target.startswith("dns:///"))
            self.assertIn(target.removeprefix("dns:///").split(":")[0], known)

    def test_every_service_port_is_a_port_of_its_pods(self):
        pods = {name: {port["name"] for port in item["spec"]["template"]["spec"]["containers"][0]["ports"]}
                for name, item in self.of_kind("Deployment").items()}
        for name, service in self.of_kind("Service").items():
            self.assertEqual({port["targetPort"] for port in service["spec"]["ports"]}, pods[name])

    def test_database_secrets_come_by_reference_and_split_by_role(self):
        for item, pod in pod_specs(self.objects):
            for entry in pod["containers"][0]["env"]:
                if entry["name"] == "REZON_DATABASE_URL":
                    self.assertTrue(entry["valueFrom"]["secretKeyRef"]["key"].endswith("-app"))
                    self.assertEqual(item["kind"], "Deployment")
                if entry["name"] == "REZON_MIGRATE_URL":
                    self.assertTrue(entry["valueFrom"]["secretKeyRef"]["key"].endswith("-owner"))
                    self.assertEqual(item["kind"], "Job")
        self.assertFalse([item for item in self.objects if item["kind"] == "Secret"])

    def test_migrations_run_before_the_pods(self):
        for job in self.of_kind("Job").values():
            self.assertEqual(job["metadata"]["annotations"]["helm.sh/hook"], "pre-install,pre-upgrade")
            self.assertEqual(job["spec"]["template"]["spec"]["containers"][0]["args"], ["--migrate-only"])
            self.assertNotIn("serviceAccountName", job["spec"]["template"]["spec"])

    def test_only_peers_reach_a_service(self):
        allowed = {"registry": COMPONENTS - {"registry"}, "decisions": {"assignments", "reporting", "gateway"},
                   "assignments": {"reporting", "gateway"}, "reporting": {"gateway"}}
        for name, callers in allowed.items():
            calls = next(rule for rule in self.of_kind("NetworkPolicy")[name]["spec"]["ingress"]
                         if rule["ports"] == [{"port": 8080}])
            found = {peer["podSelector"]["matchLabels"]["app.kubernetes.io/component"] for peer in calls["from"]}
            self.assertEqual(found, callers)


class Options(unittest.TestCase):
    def test_images(self):
        objects = render("image.repository=registry.example/rezon", "image.tag=1.2.3")
        images = {pod["containers"][0]["image"] for _, pod in pod_specs(objects)}
        self.assertEqual(images, {f"registry.example/rezon/rezon-{name}:1.2.3" for name in COMPONENTS})

    def test_ingress_and_switches(self):
        objects = render("ingress.enabled=true", "ingress.host=a.example", "networkPolicy.enabled=false",
                         "migrations.enabled=false")
        kinds = {item["kind"] for item in objects}
        self.assertIn("Ingress", kinds)
        self.assertFalse(kinds & {"NetworkPolicy", "Job"})


if __name__ == "__main__":
    unittest.main()
